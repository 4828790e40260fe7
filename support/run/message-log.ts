/** A child's messages as ndjson: written at the end of each scenario, so that what has finished survives a kill. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Envelope } from '@cucumber/messages';

export class MessageLog {
  private readonly file: number;
  private pending: string[] = [];

  constructor(path: string) {
    this.file = openSync(path, 'a');
  }

  write(envelope: Envelope): void {
    this.pending.push(JSON.stringify(envelope), '\n');
    if (envelope.testCaseFinished) this.flush();
  }

  /** Writes what is pending; safe to call in an `exit` handler. */
  flush(): void {
    if (this.pending.length === 0) return;
    const octets = Buffer.from(this.pending.join(''));
    this.pending = [];
    for (let at = 0; at < octets.length; ) at += writeSync(this.file, octets, at);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }
}
