/** Files that a user brought for messages that are not sent yet: on disk, in a folder of the session that goes with it. */

import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { safeName, safeType } from '../content';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Several messages may be in the making. */
const MESSAGES = 3;

export class Uploads {
  private folder: string | undefined;
  private readonly kept = new Map<string, Upload>();
  /** Octets of all, those on their way included. */
  private held = 0;

  /** @param most octets of one message's files */
  constructor(private readonly most: number) {}

  /** Reads the file to its end. Undefined where it is too large: nothing of it is kept. */
  async take(name: string, type: string, content: Readable): Promise<Upload | undefined> {
    this.folder ??= mkdtempSync(join(tmpdir(), 'mailspec-webmail-'));
    const id = randomUUID();
    let size = 0;
    let fits = true;
    const counted = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        size += piece.length;
        this.held += piece.length;
        fits &&= size <= this.most && this.held <= this.most * MESSAGES;
        // What does not fit is read all the same: the browser hears the answer only when it has sent its form.
        done(null, fits ? piece : undefined);
      },
    });
    try {
      await pipeline(content, counted, createWriteStream(join(this.folder, id), { mode: 0o600 }));
    } catch (error) {
      this.forget(id, size);
      throw error;
    }
    if (!fits) {
      this.forget(id, size);
      return undefined;
    }
    const upload = { id, name: safeName(name, this.kept.size).name, type: safeType(type), size };
    this.kept.set(id, upload);
    return upload;
  }

  get(id: string): Upload | undefined {
    return this.kept.get(id);
  }

  open({ id }: Upload): Readable {
    return createReadStream(join(this.folder ?? '', id));
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) {
      const upload = this.kept.get(id);
      if (upload) this.forget(id, upload.size);
    }
  }

  close(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
    this.folder = undefined;
    this.kept.clear();
    this.held = 0;
  }

  private forget(id: string, size: number): void {
    this.kept.delete(id);
    this.held -= size;
    if (this.folder !== undefined) rmSync(join(this.folder, id), { force: true });
  }
}
