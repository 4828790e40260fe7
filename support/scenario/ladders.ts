/**
 * How a session comes to the state that a scenario starts from. Each rung is a dialogue, so that a precondition that fails shows
 * itself as a dialogue does.
 */
import type { ProtocolName } from '../dialogue/dialogue';

type Rungs = Record<string, readonly string[]>;

const EHLO = ['S: 220\nC: EHLO ${helo}\nS: 250'];
const SMTP_MAIL = 'C: MAIL FROM:<${sender}>\nS: 250';
const SMTP_RCPT = 'C: RCPT TO:<${alice}>\nS: 250/251';
const SMTP_DATA = 'C: DATA\nS: 354';
const SMTP_MESSAGE =
  'C: From: <${sender}>\nC: To: <${alice}>\nC: Subject: before ${id}\nC:\nC: A message that came first.\nC: .\nS: 250';
const LHLO = ['S: 220\nC: LHLO ${helo}\nS: 250'];

const SMTP: Rungs = {
  'not greeted': [],
  greeted: ['S: 220'],
  'after EHLO': EHLO,
  'after HELO': ['S: 220\nC: HELO ${helo}\nS: 250'],
  'after MAIL': [...EHLO, SMTP_MAIL],
  'after RCPT': [...EHLO, SMTP_MAIL, SMTP_RCPT],
  'after DATA': [...EHLO, SMTP_MAIL, SMTP_RCPT, SMTP_DATA],
  'after a message': [...EHLO, SMTP_MAIL, SMTP_RCPT, SMTP_DATA, SMTP_MESSAGE],
};

const LMTP: Rungs = {
  'not greeted': [],
  greeted: ['S: 220'],
  'after LHLO': LHLO,
  'after MAIL': [...LHLO, SMTP_MAIL],
  'after RCPT': [...LHLO, SMTP_MAIL, SMTP_RCPT],
  'after DATA': [...LHLO, SMTP_MAIL, SMTP_RCPT, SMTP_DATA],
  'after a message': [...LHLO, SMTP_MAIL, SMTP_RCPT, SMTP_DATA, SMTP_MESSAGE],
};

const POP3_TLS = 'C: STLS\nS: +OK\nC: ${starttls}';
const POP3_LOGIN = 'C: USER ${alice.user}\nS: +OK\nC: PASS ${alice.password}\nS: +OK';

/** Where a login needs TLS the rung for it comes here. */
const LOGIN_FOLLOWS = '';

const POP3: Rungs = {
  'not greeted': [],
  greeted: ['S: +OK'],
  'before login': ['S: +OK', LOGIN_FOLLOWS],
  'after TLS': ['S: +OK', POP3_TLS],
  authenticated: ['S: +OK', POP3_LOGIN],
};

const IMAP_TLS = 'C: t1 STARTTLS\nS: t1 OK\nC: ${starttls}';
const IMAP_LOGIN = 'C: t2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}\nS: t2 OK';
const IMAP_LOGGED_IN = ['S: * OK', IMAP_LOGIN];

const IMAP: Rungs = {
  'not greeted': [],
  greeted: ['S: * OK'],
  'before login': ['S: * OK', LOGIN_FOLLOWS],
  authenticated: IMAP_LOGGED_IN,
  'with INBOX selected': [...IMAP_LOGGED_IN, 'C: t5 SELECT INBOX\nS: t5 OK'],
  'with an empty mailbox selected': [
    ...IMAP_LOGGED_IN,
    'C: t3 CREATE ${quoted(mailbox)}\nS: t3 OK\nC: t5 SELECT ${quoted(mailbox)}\nS: t5 OK',
  ],
  'with the mailbox selected': [...IMAP_LOGGED_IN, 'C: t5 SELECT ${quoted(mailbox)}\nS: t5 OK'],
};

const LADDERS: Record<ProtocolName, Rungs> = { smtp: SMTP, lmtp: LMTP, pop3: POP3, imap: IMAP };
/** Every state that a scenario can start from; what a server must say on the way there is its rungs. */
export function statesOf(protocol: ProtocolName): string[] {
  return Object.keys(LADDERS[protocol]);
}

const LOGINS: readonly string[] = [LOGIN_FOLLOWS, POP3_LOGIN, IMAP_LOGIN];

/**
 * The dialogues that bring a fresh connection to a state, in order.
 * @param tlsFirst this service takes a password only under TLS: the rung for it comes before the login.
 */
export function ladder(protocol: ProtocolName, state: string, tlsFirst: boolean): string[] {
  const tls = protocol === 'imap' ? IMAP_TLS : POP3_TLS;
  return LADDERS[protocol][state]!.flatMap((rung) => (tlsFirst && LOGINS.includes(rung) ? [tls, rung] : [rung]));
}
