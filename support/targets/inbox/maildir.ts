import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../target';
import type { InboxReader } from './inbox-reader';
import { withWireLineEnds } from './line-ends';

interface Stored {
  path: string;
  /** Nanoseconds. */
  written: bigint;
}

/**
 * Reads a Maildir: `new` and `cur`, by the time that the files were written.
 * @param locate where an account's Maildir is; one that does not exist yet is empty
 */
export function maildirInbox(locate: (account: Account) => string): InboxReader {
  return {
    async read(account) {
      const files = await list(locate(account));
      const messages = await Promise.all(files.map(({ path }) => unlessGone(readFile(path))));
      return messages.filter((message) => message !== undefined).map(withWireLineEnds);
    },
    async empty(account) {
      for (const { path } of await list(locate(account))) await unlessGone(unlink(path));
    },
  };
}

async function list(maildir: string): Promise<Stored[]> {
  const names = await Promise.all(
    ['new', 'cur'].map(async (folder) => {
      const entries = (await unlessGone(readdir(join(maildir, folder)))) ?? [];
      return entries.filter((name) => !name.startsWith('.')).map((name) => join(maildir, folder, name));
    }),
  );
  const files = await Promise.all(
    names.flat().map(async (path) => ({ path, info: await unlessGone(stat(path, { bigint: true })) })),
  );
  return files
    .flatMap(({ path, info }) => (info?.isFile() ? [{ path, written: info.mtimeNs }] : []))
    .sort((a, b) => (a.written === b.written ? a.path.localeCompare(b.path) : a.written < b.written ? -1 : 1));
}

/** A mail reader or the server may move a file from `new` to `cur` meanwhile; the next look finds it. */
async function unlessGone<T>(action: Promise<T>): Promise<T | undefined> {
  try {
    return await action;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
