/** What a command must have brought when its OK comes (RFC 3501 §6). */
import type { Ledger } from '../ledger';
import type { ImapCommand } from './commands';
import type { Response } from './response';

type Check = Pick<Ledger, 'check'> & { isRev2: boolean; international: boolean };

export function checkAnswered(
  command: ImapCommand,
  { status }: { status: string },
  told: readonly Response[],
  by: Check,
): void {
  if (status !== 'OK') return;
  const has = (kind: string) => told.some((one) => (one.kind === 'data' ? one.name : one.kind) === kind);
  switch (command.name) {
    case 'LOGOUT':
      by.check(
        'imap-bye-before-logout',
        told.some((one) => one.kind === 'status' && one.status === 'BYE'),
        'LOGOUT is done, and BYE has not come',
      );
      break;
    case 'CAPABILITY':
      by.check('imap-capability-told', has('CAPABILITY'), 'CAPABILITY is done, and none has come');
      break;
    case 'SELECT':
    case 'EXAMINE': {
      // RFC 9051 §6.3.2 has no RECENT.
      const missing = ['FLAGS', 'EXISTS', ...(by.isRev2 || by.international ? [] : ['RECENT'])].filter(
        (kind) => !has(kind),
      );
      by.check('imap-select-told', missing.length === 0, `${missing.join(' and ')} has not come`);
      break;
    }
    case 'STATUS':
      by.check('imap-status-told', has('STATUS'), 'STATUS is done, and none has come');
      checkStatus(command, told, by);
      break;
    case 'SEARCH':
    case 'UID SEARCH':
      // RFC 5182 §2.1: what is only saved is not shown.
      if (!/ RETURN /i.test(command.text))
        by.check('imap-search-told', has('SEARCH') || has('ESEARCH'), 'SEARCH is done, and none has come');
      break;
    case 'GETACL':
      by.check('imap-rights-told', has('ACL'), 'GETACL is done, and no ACL has come');
      break;
    case 'LISTRIGHTS':
    case 'MYRIGHTS':
      by.check('imap-rights-told', has(command.name), `${command.name} is done, and none has come`);
      break;
    case 'LIST':
      checkListed(told, by);
      break;
    case 'ENABLE':
      for (const one of told)
        if (one.kind === 'ENABLED') {
          const asked = command.text.toUpperCase().split(' ').slice(2);
          by.check(
            'imap-enabled-as-asked',
            one.names.every((name) => asked.includes(name)),
            `${one.names.join(' ')} is enabled where ${asked.join(' ')} was asked for`,
          );
        }
  }
}

/** RFC 8440 §3: the rights of a mailbox come behind its LIST response. */
function checkListed(told: readonly Response[], by: Check): void {
  const listed = new Set<string | undefined>();
  for (const one of told) {
    if (one.kind !== 'data') continue;
    if (one.name === 'LIST') listed.add(one.mailbox);
    if (one.name === 'MYRIGHTS')
      by.check(
        'imap-my-rights-after-list',
        listed.has(one.mailbox),
        `MYRIGHTS of ${one.mailbox} comes before LIST of it`,
      );
  }
}

const STATUS = /^\S+ STATUS (?:"((?:[^"\\]|\\.)*)"|([^\s"{]+)) \(([^)]*)\)\s*$/i;

/** The mailbox that was named, and the items that were asked for. */
function checkStatus(command: ImapCommand, told: readonly Response[], by: Check): void {
  const [, quoted, atom, items] = STATUS.exec(command.text) ?? [];
  const mailbox = quoted?.replace(/\\(.)/g, '$1') ?? atom;
  if (mailbox === undefined) return;
  const wanted = /^INBOX$/i.test(mailbox) ? 'INBOX' : mailbox;
  const found = told.filter((one) => one.kind === 'STATUS');
  if (found.length !== 1) return;
  const { told: said } = found[0]!;
  const same = said.mailbox === wanted || by.international;
  const missing = items!
    .toUpperCase()
    .split(/\s+/)
    .filter((item) => COMMON.has(item) && !said.items.has(item));
  by.check(
    'imap-status-as-asked',
    same && missing.length === 0,
    same ? `${missing.join(' ')} is missing` : `STATUS is of ${said.mailbox}`,
  );
}

/** Those that every server has: RFC 3501 §6.3.10, RFC 9051 §6.3.11. */
const COMMON: ReadonlySet<string> = new Set(['MESSAGES', 'UIDNEXT', 'UIDVALIDITY', 'UNSEEN']);
