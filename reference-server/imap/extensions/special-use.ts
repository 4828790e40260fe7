import type { CreateOptions } from '../backend/account';
import type { Extension } from '../extension';
import { no } from '../refusal';
import type { Arguments } from '../syntax/arguments';
import { loggedIn } from './states';

/** The uses of RFC 6154 §2 that a mailbox can be made for; \All and \Flagged are views, which are not kept here. */
const USES = ['\\Archive', '\\Drafts', '\\Junk', '\\Sent', '\\Trash'];

export const specialUse: Extension = {
  name: 'SPECIAL-USE',
  rfc: '6154',
  shows: loggedIn,
  list: {
    select: { 'SPECIAL-USE': { fits: (name, { mailboxes }) => Boolean(mailboxes.get(name)?.specialUse) } },
    returns: { 'SPECIAL-USE': {} },
    attribute: ({ mailbox }) => mailbox?.specialUse || undefined,
  },
};

export const createSpecialUse: Extension = {
  name: 'CREATE-SPECIAL-USE',
  rfc: '6154 §3',
  shows: loggedIn,
  create: { USE: readUse },
};

/** `(\Sent)`. */
function readUse(args: Arguments): CreateOptions {
  const asked = args.listOrEmpty(() => {
    args.expect('\\');
    return `\\${args.atom()}`;
  });
  const known = asked.map((use) => USES.find((one) => one.toLowerCase() === use.toLowerCase()));
  if (known.includes(undefined)) throw no('That use is not known here', 'USEATTR');
  if (known.length > 1) throw no('A mailbox has one use', 'USEATTR');
  return known[0] === undefined ? {} : { use: known[0] };
}
