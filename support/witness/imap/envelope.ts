/** ENVELOPE: RFC 3501 §7.4.2, §9. */
import type { Cursor } from './cursor';

export function readEnvelope(cursor: Cursor): void {
  cursor.within('imap-envelope', () => {
    cursor.demand('(');
    cursor.nstring();
    cursor.space();
    cursor.nstring();
    for (let n = 0; n < 6; n++) {
      cursor.space();
      readAddresses(cursor);
    }
    cursor.space();
    cursor.nstring();
    cursor.space();
    cursor.nstring();
    cursor.demand(')');
  });
}

/** One or more addresses without a space between them, or NIL. */
function readAddresses(cursor: Cursor): void {
  cursor.within('imap-envelope-addresses', () => {
    if (cursor.isNil()) cursor.nil();
    else {
      const from = cursor.at;
      const addresses = cursor.list(() => readAddress(cursor), { least: 1, parted: false });
      checkGroups(cursor, addresses, from);
    }
  });
}

interface Address {
  mailbox: string | undefined;
  host: string | undefined;
}

function readAddress(cursor: Cursor): Address {
  cursor.demand('(');
  cursor.nstring();
  cursor.space();
  cursor.nstring();
  cursor.space();
  const mailbox = cursor.nstring();
  cursor.space();
  const host = cursor.nstring();
  cursor.demand(')');
  return { mailbox, host };
}

/** A group begins with an address that has a name and no host, and ends with one that has neither. */
function checkGroups({ ledger }: Cursor, addresses: readonly Address[], at: number): void {
  let open = false;
  let right = true;
  for (const { mailbox, host } of addresses) {
    if (host !== undefined) continue;
    // One group within another is none of RFC 5322's.
    right &&= open === (mailbox === undefined);
    open = mailbox !== undefined;
  }
  if (addresses.some(({ host }) => host === undefined))
    ledger.check('imap-envelope-groups', right && !open, 'a group has a beginning with its name and an end', at);
}
