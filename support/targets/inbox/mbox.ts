import { readFile, truncate } from 'node:fs/promises';
import type { Account } from '../target';
import type { InboxReader } from './inbox-reader';
import { asOnTheWire } from './line-ends';
import type { Look } from './look';
import { unlessGone } from './unless-gone';

/** Reads an mbox file (RFC 4155). Its messages have no names: how many were passed is all that is remembered. */
export class MboxInbox implements InboxReader {
  private readonly passed = new WeakMap<Account, number>();

  /** @param locate where an account's file is; one that does not exist yet is empty */
  constructor(private readonly locate: (account: Account) => string) {}

  async look(account: Account, sent?: Buffer): Promise<Look> {
    const look: Look = { messages: [], unread: [] };
    for (const stored of (await this.read(account)).slice(this.passed.get(account) ?? 0)) {
      const seen = asOnTheWire(stored, sent);
      if (Buffer.isBuffer(seen)) look.messages.push(seen);
      else look.unread.push(seen);
    }
    return look;
  }

  async count(account: Account): Promise<number> {
    return (await this.read(account)).length;
  }

  async pass(account: Account): Promise<void> {
    this.passed.set(account, (await this.read(account)).length);
  }

  async empty(account: Account): Promise<void> {
    this.passed.delete(account);
    await unlessGone(truncate(this.locate(account)));
  }

  private async read(account: Account): Promise<Buffer[]> {
    return splitMbox((await unlessGone(readFile(this.locate(account)))) ?? Buffer.alloc(0));
  }
}

/**
 * Cuts an mbox at its `From ` lines. The empty line before each belongs to the format, not to the message; `>From ` at the start of a line
 * is unquoted (one `>` is taken away, as mboxrd does).
 */
export function splitMbox(file: Buffer): Buffer[] {
  const text = file.toString('latin1').replace(/\r\n/g, '\n');
  if (!text.startsWith('From ')) return [];
  const messages = text.split(/(?:^|\n)From [^\n]*\n/).slice(1);
  // The split has taken the empty line before each From; the last message still has its own.
  messages.push(messages.pop()!.replace(/\n\n$/, '\n'));
  return messages
    .map((message) => message.replace(/^>(>*From )/gm, '$1'))
    .map((message) => Buffer.from(message, 'latin1'));
}
