/** Where a running server may be spoken to by whoever runs it: a socket beside its mail file. */

import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Octets of a socket's path that every Unix takes: 107 on Linux, 103 on others. What is longer would be cut off or refused. */
const LONGEST = 103;

export function controlOf(data: string): string {
  return resolve(`${data}-control`);
}

/** Does something with the path of a socket: with one by a link to its folder, for as long as that takes, where its own is too long. */
export async function byShortPath<T>(place: string, work: (path: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(place) <= LONGEST) return await work(place);
  const room = mkdtempSync(join(tmpdir(), 'mailspec-'));
  try {
    symlinkSync(dirname(place), join(room, 'd'));
    return await work(join(room, 'd', basename(place)));
  } finally {
    rmSync(room, { recursive: true });
  }
}
