/** Plays a page's blocks in an empty folder of their own, by one shell from the first to the last. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBase } from '../../support/presets/free-base';
import { type Block, missingFrom } from './page';

/** The ports of `mailspec serve` as the pages have them: the standard ones plus 2000. */
const PORTS = /\b2(024|025|110|143|465|587|993|995)\b/g;
const BASE = 2000;
/** The last that `mailspec serve` says, once it listens: who leaves it in the background goes on then. npm may have said something before. */
const LISTENS = 'Ctrl-C ends it.';
/** A block may take this long, in milliseconds. */
const MOST = 300_000;

/** @throws where something that the page says does not come, with what was printed */
export async function walk(blocks: readonly Block[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-walk-'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const base = await freeBase();
  const shell = new Shell(folder);
  let printed = '';
  try {
    for (const block of blocks) {
      const text = block.text.replace(PORTS, (port) => String(Number(port) - BASE + base));
      if (block.kind === 'file') writeFileSync(join(folder, block.name), text);
      else if (block.kind === 'commands')
        printed = await shell.run(text.replaceAll('mailspec serve', `mailspec serve --base-port ${base}`));
      else {
        const missing = missingFrom(printed, text);
        if (missing !== undefined)
          throw new Error(`line ${block.line}: this did not come: ${missing}\nwhat came:\n${printed}`);
      }
    }
  } finally {
    await shell.end();
    rmSync(folder, { recursive: true });
  }
}

/** Jobs are groups of their own, as at a terminal, so that `kill %1` ends a server that npx has started; at the end all of them end. */
const PREPARED = "exec 2>&1\nset -m\ntrap 'for job in $(jobs -p); do kill -- -$job; done' EXIT\n";

/** bash, which says after each block that it has done it: jobs in the background outlive a block, as a reader's do. */
class Shell {
  private readonly process;
  private printed = '';
  private blocks = 0;

  constructor(folder: string) {
    this.process = spawn('bash', [], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.printed += text;
      });
    this.process.stdin.write(PREPARED);
  }

  async run(commands: string): Promise<string> {
    const mark = `-- block ${++this.blocks} is done --`;
    this.printed = '';
    this.process.stdin.write(`${commands}\necho '${mark}'\n`);
    const done = () => this.printed.includes(mark) && (!/&$/m.test(commands) || this.printed.includes(LISTENS));
    for (const until = Date.now() + MOST; !done(); await pause()) {
      if (Date.now() > until) throw new Error(`this did not end:\n${commands}\nwhat came:\n${this.printed}`);
    }
    return this.printed;
  }

  async end(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.stdin.end('exit\n');
    await gone;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
