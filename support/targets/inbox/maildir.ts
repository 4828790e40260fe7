import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Blocked } from '../../outcome';
import type { Account } from '../target';
import type { InboxReader } from './inbox-reader';
import { asOnTheWire } from './line-ends';
import type { Look } from './look';
import { Memories } from './memory';
import { unlessGone } from './unless-gone';

interface Stored {
  path: string;
  /** Nanoseconds. */
  written: bigint;
}

/** Reads a Maildir: `new` and `cur`, by the time that the files were written. */
export class MaildirInbox implements InboxReader {
  private readonly memories = new Memories();

  /** @param locate where an account's Maildir is */
  constructor(private readonly locate: (account: Account) => string) {}

  async look(account: Account, sent?: Buffer): Promise<Look> {
    const maildir = this.locate(account);
    const files = await list(maildir);
    if (files === undefined) return { messages: [], unread: [{ why: notThere(maildir) }] };
    const memory = this.memories.of(account);
    const fresh = new Set(memory.see(files.map(({ path }) => uniqueName(path))));
    for (const [index, { path }] of files.entries()) {
      const id = memory.ids[index]!;
      const content = fresh.has(id) ? await unlessGone(readFile(path)) : undefined;
      if (content) memory.set(id, { message: content });
    }
    return memory.look((message) => asOnTheWire(message, sent));
  }

  async count(account: Account): Promise<number> {
    return (await list(this.locate(account)))?.length ?? 0;
  }

  async pass(account: Account): Promise<void> {
    const memory = this.memories.of(account);
    memory.see(((await list(this.locate(account))) ?? []).map(({ path }) => uniqueName(path)));
    memory.pass();
  }

  async empty(account: Account): Promise<void> {
    this.memories.of(account).forget();
    for (const { path } of (await list(this.locate(account))) ?? []) await unlessGone(unlink(path));
  }
}

/** A delivery makes it, if nobody has before: until then nothing shows whether this is the place. */
function notThere(maildir: string): Blocked {
  return new Blocked('no-maildir', `there is no Maildir ${maildir}, with new and cur in it`);
}

/** What stays of a file's name when it is moved from `new` to `cur` and flags are put behind it. */
function uniqueName(path: string): string {
  return basename(path).split(':')[0]!;
}

/** Undefined where neither `new` nor `cur` is there. */
async function list(maildir: string): Promise<Stored[] | undefined> {
  const folders = await Promise.all(
    ['new', 'cur'].map(async (folder) => {
      const entries = await unlessGone(readdir(join(maildir, folder)));
      return entries?.filter((name) => !name.startsWith('.')).map((name) => join(maildir, folder, name));
    }),
  );
  if (folders.every((folder) => folder === undefined)) return undefined;
  const files = await Promise.all(
    folders
      .flatMap((names) => names ?? [])
      .map(async (path) => ({ path, info: await unlessGone(stat(path, { bigint: true })) })),
  );
  return files
    .flatMap(({ path, info }) => (info?.isFile() ? [{ path, written: info.mtimeNs }] : []))
    .sort((a, b) => (a.written === b.written ? a.path.localeCompare(b.path) : a.written < b.written ? -1 : 1));
}
