/** What a server tells of itself: NAMESPACE, ID, ENABLED, QUOTA (RFC 2342 §6, RFC 2971 §3, RFC 5161 §5, RFC 9208 §7). */
import type { Cursor } from './cursor';
import { readMailbox } from './mailbox-name';

export function readNamespaces(cursor: Cursor): void {
  cursor.within('imap-namespace', () => {
    for (let n = 0; n < 3; n++) {
      cursor.space();
      if (cursor.isNil()) cursor.nil();
      else cursor.list(() => readNamespace(cursor), { least: 1, parted: false });
    }
  });
}

function readNamespace(cursor: Cursor): void {
  cursor.demand('(');
  cursor.string();
  cursor.space();
  if (cursor.isNil()) cursor.nil();
  else if (cursor.octet !== 34) cursor.fail('a delimiter stands in quotes');
  else if (cursor.quoted().length !== 1) cursor.fail('a delimiter is one character');
  while (cursor.octet === 32) {
    cursor.space();
    cursor.string();
    cursor.space();
    cursor.list(() => cursor.string(), { least: 1 });
  }
  cursor.demand(')');
}

export function readId(cursor: Cursor): void {
  cursor.within('imap-id', () => {
    cursor.space();
    if (cursor.isNil()) {
      cursor.nil();
      return;
    }
    cursor.list(() => {
      cursor.string();
      cursor.space();
      cursor.nstring();
    });
  });
}

export function readEnabled(cursor: Cursor): string[] {
  return cursor.within('imap-enabled', () => {
    const names: string[] = [];
    while (cursor.octet === 32) {
      cursor.space();
      names.push(cursor.atom('the name of an extension').toUpperCase());
    }
    return names;
  });
}

export function readQuota(cursor: Cursor): void {
  cursor.within('imap-response', () => {
    cursor.space();
    cursor.astring();
    cursor.space();
    cursor.list(() => {
      cursor.atom('a resource');
      cursor.space();
      cursor.number64();
      cursor.space();
      cursor.number64();
    });
  });
}

export function readQuotaRoot(cursor: Cursor): void {
  cursor.within('imap-response', () => {
    cursor.space();
    readMailbox(cursor);
    while (cursor.octet === 32) {
      cursor.space();
      cursor.astring();
    }
  });
}
