/**
 * How a session comes to the state that a scenario starts from. Each rung is a dialogue, so that a precondition that fails shows
 * itself as a dialogue does.
 */
import type { ProtocolName } from '../dialogue/dialogue';

/** A dialogue that only brings something about. */
export interface Rung {
  /** What fails where it fails: a command, `the greeting`, `the message` (judged-by.ts). */
  asks: string;
  dialogue: string;
}

/** The state of a connection to a TLS port on which nobody has begun to speak. */
export const BEFORE_HANDSHAKE = 'before the handshake';

type Rungs = Record<string, readonly Rung[]>;

/** What a session is called by: its protocol, or the port for users, where SMTP begins with a login (RFC 6409). */
export type Spoken = ProtocolName | 'submission';

export const rung = (asks: string, ...lines: string[]): Rung => ({ asks, dialogue: lines.join('\n') });

const GREETED = [rung('the greeting', 'S: 220')];
const SAY_EHLO = rung('EHLO', 'C: EHLO ${helo}', 'S: 250');
const SAY_LHLO = rung('LHLO', 'C: LHLO ${helo}', 'S: 250');
const EHLO = [...GREETED, SAY_EHLO];
const HELO = [...GREETED, rung('HELO', 'C: HELO ${helo}', 'S: 250')];
const LHLO = [...GREETED, SAY_LHLO];

const MAIL = rung('MAIL', 'C: MAIL FROM:<${sender}>', 'S: 250');
const RCPT = rung('RCPT', 'C: RCPT TO:<${alice}>', 'S: 250/251');
const DATA = rung('DATA', 'C: DATA', 'S: 354');
const MESSAGE = rung(
  'the message',
  'C: From: <${sender}>',
  'C: To: <${alice}>',
  'C: Subject: before ${id}',
  'C:',
  'C: A message that came first.',
  'C: .',
  'S: 250',
);

/** Where a login needs TLS the rung for it comes here, right behind the greeting. */
const LOGIN_FOLLOWS = rung('', '');

const AUTH = rung('AUTH', 'C: AUTH PLAIN ${base64(NUL, alice.user, NUL, alice.password)}', 'S: 235');
const AUTHENTICATED = [...GREETED, LOGIN_FOLLOWS, SAY_EHLO, AUTH];
/** Who is logged in sends as herself. */
const OWN_MAIL = rung('MAIL', 'C: MAIL FROM:<${alice}>', 'S: 250');
const OWN_MESSAGE = rung('the message', ...MESSAGE.dialogue.replace('<${sender}>', '<${alice}>').split('\n'));

/** The way through a transaction, from a session that is open. */
function transaction(open: readonly Rung[], mail = MAIL, message = MESSAGE): Rungs {
  return {
    'after MAIL': [...open, mail],
    'after RCPT': [...open, mail, RCPT],
    'after DATA': [...open, mail, RCPT, DATA],
    'after a message': [...open, mail, RCPT, DATA, message],
  };
}

const SMTP: Rungs = {
  'not greeted': [],
  greeted: GREETED,
  'after EHLO': EHLO,
  'after HELO': HELO,
  'after AUTH': AUTHENTICATED,
  ...transaction(EHLO),
};

const SUBMISSION: Rungs = {
  [BEFORE_HANDSHAKE]: [],
  'not greeted': [],
  // Under TLS where a login needs it: what the port has for users shows there.
  greeted: [...GREETED, LOGIN_FOLLOWS],
  'before login': [...GREETED, LOGIN_FOLLOWS, SAY_EHLO],
  'after AUTH': AUTHENTICATED,
  ...transaction(AUTHENTICATED, OWN_MAIL, OWN_MESSAGE),
};

const LMTP: Rungs = { 'not greeted': [], greeted: GREETED, 'after LHLO': LHLO, ...transaction(LHLO) };

const POP3_GREETED = [rung('the greeting', 'S: +OK')];
const POP3_TLS = rung('STLS', 'C: STLS', 'S: +OK', 'C: ${starttls}');
const POP3_LOGIN = rung('PASS', 'C: USER ${alice.user}', 'S: +OK', 'C: PASS ${alice.password}', 'S: +OK');

const POP3: Rungs = {
  [BEFORE_HANDSHAKE]: [],
  'not greeted': [],
  greeted: POP3_GREETED,
  'before login': [...POP3_GREETED, LOGIN_FOLLOWS],
  'after TLS': [...POP3_GREETED, POP3_TLS],
  authenticated: [...POP3_GREETED, LOGIN_FOLLOWS, POP3_LOGIN],
};

const IMAP_GREETED = [rung('the greeting', 'S: * OK')];
const IMAP_TLS = rung('STARTTLS', 'C: t1 STARTTLS', 'S: t1 OK', 'C: ${starttls}');
const IMAP_LOGIN = rung('LOGIN', 'C: t2 LOGIN ${quoted(alice.user)} ${quoted(alice.password)}', 'S: t2 OK');
const IMAP_BOBS_LOGIN = rung('LOGIN', 'C: t2 LOGIN ${quoted(bob.user)} ${quoted(bob.password)}', 'S: t2 OK');
const IMAP_LOGGED_IN = [...IMAP_GREETED, LOGIN_FOLLOWS, IMAP_LOGIN];
const CREATE = rung('CREATE', 'C: t3 CREATE ${quoted(mailbox)}', 'S: t3 OK');
const SELECT = rung('SELECT', 'C: t5 SELECT ${quoted(mailbox)}', 'S: t5 OK');

const IMAP: Rungs = {
  [BEFORE_HANDSHAKE]: [],
  'not greeted': [],
  greeted: IMAP_GREETED,
  'before login': [...IMAP_GREETED, LOGIN_FOLLOWS],
  authenticated: IMAP_LOGGED_IN,
  'authenticated as bob': [...IMAP_GREETED, LOGIN_FOLLOWS, IMAP_BOBS_LOGIN],
  'with INBOX selected': [...IMAP_LOGGED_IN, rung('SELECT', 'C: t5 SELECT INBOX', 'S: t5 OK')],
  'with an empty mailbox selected': [...IMAP_LOGGED_IN, CREATE, SELECT],
  'with the mailbox selected': [...IMAP_LOGGED_IN, SELECT],
};

/** From the greeting to where the greeting would be again: a session under TLS begins anew (RFC 3207 §4.2). */
const SMTP_TLS = rung('STARTTLS', 'C: STARTTLS', 'S: 220', 'C: ${starttls}');
const TLS: Record<Spoken, readonly Rung[]> = {
  smtp: [SAY_EHLO, SMTP_TLS],
  submission: [SAY_EHLO, SMTP_TLS],
  lmtp: [SAY_LHLO, SMTP_TLS],
  pop3: [POP3_TLS],
  imap: [IMAP_TLS],
};

const LADDERS: Record<Spoken, Rungs> = { smtp: SMTP, submission: SUBMISSION, lmtp: LMTP, pop3: POP3, imap: IMAP };

/** Every state that a scenario can start from; what a server must say on the way there is its rungs. */
export function statesOf(spoken: Spoken): string[] {
  return Object.keys(LADDERS[spoken]);
}

/** When a session goes up to TLS: as soon as it is greeted, before it logs in, or not by itself. */
export type Upgrade = 'first' | 'before login' | 'none';

/** The dialogues that bring a fresh connection to a state, in order. */
export function ladder(spoken: Spoken, state: string, upgrade: Upgrade): Rung[] {
  const tls = TLS[spoken];
  const rungs = LADDERS[spoken][state]!;
  // Both stand right behind the greeting, and TLS is done once.
  const already = rungs.some((each) => each === LOGIN_FOLLOWS || each === tls.at(-1));
  return rungs.flatMap((each, at) => {
    if (each === LOGIN_FOLLOWS) return upgrade === 'none' ? [] : tls;
    return at === 0 && upgrade === 'first' && !already ? [each, ...tls] : [each];
  });
}
