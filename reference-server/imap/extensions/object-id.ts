import type { Mailbox } from '../../store/types';
import type { Extension } from '../extension';
import type { Item } from '../fetch/items';
import type { OtherKey, WordReader } from '../search/keys';
import type { Arguments } from '../syntax/arguments';
import { loggedIn } from './states';

/** RFC 8474 §4: the store uses no number twice, and keeps it when the mailbox is renamed; one that is made anew in its place has another UIDVALIDITY. */
function mailboxId({ id, uidValidity }: Pick<Mailbox, 'id' | 'uidValidity'>): string {
  return `(F${id}-${uidValidity})`;
}

/** RFC 8474 §5.1: copies share the octets, and nothing else does. */
const emailId = (blob: number) => `M${blob}`;

const EMAILID: Item = {
  kind: 'other',
  word: 'EMAILID',
  writer:
    () =>
    ({ blob }) =>
      `EMAILID (${emailId(blob)})`,
};

/** RFC 8474 §5.2: threads have no identifiers here. */
const THREADID: Item = { kind: 'other', word: 'THREADID', writer: () => () => 'THREADID NIL' };

/** RFC 8474 §7, objectid; a search takes what no server would give, and finds nothing. */
function readId(args: Arguments): string {
  args.space();
  return args.astring();
}

const emailIdKey: WordReader = ({ args }): OtherKey => {
  const wanted = readId(args);
  return {
    kind: 'other',
    word: 'EMAILID',
    test: () => ({ cost: 1, fits: (one) => emailId(one.message().blob) === wanted }),
  };
};

const threadIdKey: WordReader = ({ args }): OtherKey => {
  readId(args);
  return { kind: 'other', word: 'THREADID', test: () => ({ cost: 0, fits: () => false }) };
};

export const objectId: Extension = {
  name: 'OBJECTID',
  rfc: '8474',
  shows: loggedIn,
  codes: { created: (mailbox) => `MAILBOXID ${mailboxId(mailbox)}` },
  opened: ({ mailbox, uidValidity }) => `[MAILBOXID ${mailboxId({ id: mailbox, uidValidity })}] The mailbox`,
  status: { MAILBOXID: (_session, mailbox) => mailboxId(mailbox) },
  fetch: { EMAILID: () => EMAILID, THREADID: () => THREADID },
  search: { keys: { EMAILID: emailIdKey, THREADID: threadIdKey } },
};
