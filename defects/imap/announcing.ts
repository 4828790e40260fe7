/** Mistakes with what is announced: capabilities, and what SELECT tells of a mailbox (RFC 9051 §6.1.1, §6.2.1, §6.3.2, §7.1). */

import type { Session } from '../../reference-server/imap/session';
import { countingEnds, endsOf } from './ends';
import { editing, replacing } from './responses';
import { VALIDITY } from './selecting';
import { after, around, COMMON, defect, type ImapDefect, withoutUntagged } from './tools';

/** What sessions were greeted with before they had TLS. */
const greetedWith = new WeakMap<Session, string>();

const LOGINS = ['LOGIN', 'AUTHENTICATE'];
const REVISIONS = / IMAP4rev[12](?=[ \r])/g;

export const announcing: readonly ImapDefect[] = [
  defect(
    'revision-not-before-login',
    'Before the login CAPABILITY names no revision of IMAP.',
    COMMON,
    editing((response, { account }) =>
      account || !response.startsWith('* CAPABILITY') ? response : response.replace(REVISIONS, ''),
    ),
  ),
  defect(
    'revision-not-after-login',
    'After the login CAPABILITY names extensions and no revision of IMAP.',
    COMMON,
    editing((response, { account }) =>
      account && response.startsWith('* CAPABILITY') ? response.replace(REVISIONS, '') : response,
    ),
  ),
  defect('capabilities-kept-under-tls', 'After STARTTLS CAPABILITY says what the greeting said.', COMMON, {
    out(response, session, command) {
      const said = /CAPABILITY [^\]\r]*/.exec(response)?.[0];
      if (said && command?.name === 'GREETING' && !session.connection.secure) greetedWith.set(session, said);
      const before = greetedWith.get(session);
      if (!before || !session.connection.secure || !response.startsWith('* CAPABILITY')) return response;
      return `* ${before}\r\n`;
    },
  }),
  defect(
    'starttls-announced-under-tls',
    'STARTTLS is announced under TLS too.',
    COMMON,
    editing((response, { connection }) =>
      connection.secure && response.startsWith('* CAPABILITY') ? response.replace('\r\n', ' STARTTLS\r\n') : response,
    ),
  ),
  defect(
    'logindisabled-unsaid',
    'LOGIN is disabled, and nothing tells so.',
    COMMON,
    editing((response) => response.replace(/ LOGINDISABLED\b/, '')),
  ),
  defect(
    'logindisabled-under-tls',
    'LOGINDISABLED is announced under TLS too.',
    COMMON,
    editing((response, { connection, account }) =>
      connection.secure && !account && response.startsWith('* CAPABILITY')
        ? response.replace('\r\n', ' LOGINDISABLED\r\n')
        : response,
    ),
  ),
  defect(
    'starttls-under-tls',
    'STARTTLS is answered OK under TLS.',
    COMMON,
    around(['STARTTLS'], async ({ connection }, _call, next) =>
      connection.secure ? { text: 'TLS is there already' } : next(),
    ),
  ),
  defect(
    'login-without-capabilities',
    'A login does not tell that the capabilities are others now.',
    COMMON,
    editing((response, _session, command) =>
      command && LOGINS.includes(command.name) ? response.replace(/^(\S+ OK) \[CAPABILITY [^\]]*\]/, '$1') : response,
    ),
  ),
  defect(
    'literal-plus-and-minus',
    'LITERAL+ and LITERAL- are both announced.',
    COMMON,
    replacing(/^(\* CAPABILITY .*) LITERAL\+/, '$1 LITERAL+ LITERAL-'),
  ),
  defect(
    'searchres-alone',
    'SEARCHRES is announced without ESEARCH.',
    COMMON,
    replacing(/^(\* CAPABILITY .*) ESEARCH(?= )/, '$1'),
  ),
  defect(
    'enable-takes-revision',
    'Once IMAP4rev2 is enabled CAPABILITY names IMAP4rev1 no longer.',
    COMMON,
    editing((response, { enabled }) =>
      enabled.size > 0 && response.startsWith('* CAPABILITY') ? response.replace(' IMAP4rev1', '') : response,
    ),
  ),
  defect(
    'select-without-exists',
    'SELECT does not tell EXISTS; EXAMINE does.',
    COMMON,
    withoutUntagged(['SELECT'], /^\* \d+ EXISTS/),
  ),
  defect(
    'select-without-closed',
    'SELECT does not tell that the mailbox before is closed.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1245',
    withoutUntagged(['SELECT', 'EXAMINE'], /^\* OK \[CLOSED\]/),
  ),
  defect(
    'select-without-access',
    'SELECT does not tell READ-WRITE.',
    COMMON,
    replacing(/^(\S+ OK) \[READ-WRITE\]/, '$1'),
  ),
  defect(
    'select-lists-children',
    'The LIST response of SELECT says that every mailbox has children.',
    COMMON,
    editing((response, _session, command) =>
      command?.name === 'SELECT' ? response.replace(/^\* LIST \(/, '* LIST (\\HasChildren') : response,
    ),
  ),
  defect('flags-without-draft', 'FLAGS leaves out \\Draft.', COMMON, replacing(/^(\* FLAGS \(.*?) \\Draft/, '$1')),
  defect(
    'no-new-keywords',
    'Keywords can be made, and PERMANENTFLAGS does not say so.',
    COMMON,
    replacing(/^(\* OK \[PERMANENTFLAGS \(.*?) ?\\\*\)/, '$1)'),
  ),
  defect(
    'uidnotsticky',
    'SELECT says that UIDs are made anew in each session, although they are not.',
    COMMON,
    after(['SELECT', 'EXAMINE'], (session) => session.untagged('NO [UIDNOTSTICKY] These will not last')),
  ),
  defect('uidvalidity-falls', 'UIDVALIDITY is smaller after each start of the server.', COMMON, {
    ...countingEnds,
    ...editing((response, { service }) =>
      response.replace(VALIDITY, (_all, start, value) => `${start}${Number(value) - endsOf(service)}`),
    ),
  }),
];
