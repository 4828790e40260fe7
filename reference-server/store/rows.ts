/** A message's row and what is made of it. */

import type { Message } from './types';

export interface MessageRow {
  mailbox: number;
  uid: number;
  flags: number;
  keywords: string;
  internaldate: number;
  internalzone: number;
  savedate: number;
  size: number;
  modseq: number;
  blob: number;
  threadid: string;
  unended: number;
}

const NONE: readonly string[] = [];

export function toMessage(row: MessageRow): Message {
  const { mailbox, uid, flags, keywords, internaldate, internalzone, savedate, size, modseq, blob, threadid } = row;
  return {
    mailbox,
    uid,
    flags,
    keywords: keywords === '' ? NONE : keywords.split(' '),
    internalDate: internaldate,
    internalZone: internalzone,
    saveDate: savedate,
    size,
    modseq,
    blob,
    threadId: threadid,
  };
}
