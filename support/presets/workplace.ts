import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder that holds all that a preset's instance has: configuration, mail, queue, log. */
export class Workplace {
  readonly directory: string;

  constructor(name: string) {
    this.directory = mkdtempSync(join(tmpdir(), `mailspec-${name}-`));
    // Servers give up root for their workers, who must still reach what is theirs below.
    chmodSync(this.directory, 0o755);
  }

  path(...below: string[]): string {
    return join(this.directory, ...below);
  }

  /** Writes a file and the folders above it. */
  write(name: string, content: string, mode = 0o644): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode });
    return path;
  }

  /** Makes a folder. */
  folder(name: string): string {
    mkdirSync(this.path(name), { recursive: true });
    return this.path(name);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
