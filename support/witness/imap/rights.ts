/** What is told of access control lists: ACL, LISTRIGHTS and MYRIGHTS (RFC 4314 §7). */
import type { Cursor } from './cursor';
import { readMailbox } from './mailbox-name';

/** Each that is new with the obsolete ones of which one at least stands beside it (RFC 4314 §2.1.1): x may belong to either. */
const BESIDE: Readonly<Record<string, string>> = { k: 'c', x: 'cd', t: 'd', e: 'd' };

export function readAcl(cursor: Cursor): void {
  cursor.within('imap-acl', () => {
    cursor.space();
    readMailbox(cursor);
    while (cursor.octet === 32) {
      cursor.space();
      cursor.astring();
      cursor.space();
      checkObsolete(cursor, readRights(cursor));
    }
  });
}

/** @returns whose they are */
export function readMyRights(cursor: Cursor): string {
  return cursor.within('imap-acl', () => {
    cursor.space();
    const mailbox = readMailbox(cursor);
    cursor.space();
    checkObsolete(cursor, readRights(cursor));
    return mailbox;
  });
}

export function readListRights(cursor: Cursor): void {
  cursor.within('imap-acl', () => {
    cursor.space();
    readMailbox(cursor);
    cursor.space();
    cursor.astring();
    const { at } = cursor;
    let all = '';
    do {
      cursor.space();
      all += readRights(cursor);
    } while (cursor.octet === 32);
    const twice = [...all].find((letter, place) => all.indexOf(letter) < place);
    cursor.ledger.check('imap-list-rights-once', twice === undefined, `${twice} stands there twice`, at);
    checkObsolete(cursor, all);
  });
}

function readRights(cursor: Cursor): string {
  const { at } = cursor;
  const rights = cursor.astring();
  cursor.ledger.check('imap-rights', /^[a-z0-9]*$/.test(rights), 'rights are small letters and digits', at);
  return rights;
}

function checkObsolete(cursor: Cursor, rights: string): void {
  const alone = Object.keys(BESIDE).find((letter) => {
    return rights.includes(letter) && ![...BESIDE[letter]!].some((one) => rights.includes(one));
  });
  if (!Object.keys(BESIDE).some((letter) => rights.includes(letter))) return;
  cursor.ledger.check(
    'imap-rights-obsolete',
    alone === undefined,
    `${alone} stands without ${[...(BESIDE[alone ?? ''] ?? '')].join(' and ')}`,
  );
}
