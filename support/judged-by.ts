/**
 * The requirement whose own scenario judges what the suite does only to bring something about: named where such a thing fails, so that
 * nobody looks for the mistake in the scenario that it kept from being played.
 */
const SMTP: Record<string, string> = {
  'the greeting': 'R5321-4.3.1-a',
  EHLO: 'R5321-2.2.1-1',
  HELO: 'R5321-2.2.1-3',
  STARTTLS: 'R3207-4-b',
  AUTH: 'R4954-4-31',
  MAIL: 'R5321-3.3-c',
  RCPT: 'R5321-3.3-d',
  DATA: 'R5321-4.1.1.4-a',
  'the message': 'R5321-4.1.1.4-6',
  NOOP: 'R5321-4.1.1.9-a',
  QUIT: 'R5321-4.1.1.10-1',
};

// Where RFC 2033 says nothing else, LMTP behaves as SMTP: the scenarios of that one row ask for all of it.
const LMTP: Record<string, string> = {
  'the greeting': 'R2033-4-a',
  LHLO: 'R2033-4.1-a',
  MAIL: 'R2033-4-a',
  RCPT: 'R2033-4-a',
  DATA: 'R2033-4-a',
  'the message': 'R2033-4.2-a',
  NOOP: 'R2033-4-a',
  QUIT: 'R2033-4-a',
};

const POP3: Record<string, string> = {
  'the greeting': 'R1939-4-a',
  CAPA: 'R2449-5-a',
  STLS: 'R2595-4-a',
  USER: 'R1939-7-e',
  PASS: 'R1939-7-e',
  LIST: 'R1939-5-c',
  RETR: 'R1939-5-g',
  DELE: 'R1939-5-h',
  NOOP: 'R1939-5-k',
  QUIT: 'R1939-6-b',
};

const IMAP: Record<string, string> = {
  'the greeting': 'R3501-7.1.1-a',
  CAPABILITY: 'R3501-6.2.2-8',
  STARTTLS: 'R3501-6.2.1-a',
  LOGIN: 'R3501-6.2.3-a',
  NAMESPACE: 'R2342-5-a',
  LIST: 'R3501-6.3.8-a',
  CREATE: 'R3501-6.3.3-a',
  DELETE: 'R3501-6.3.4-a',
  SELECT: 'R3501-6.3.1-a',
  EXAMINE: 'R3501-6.3.2-2',
  APPEND: 'R3501-6.3.11-a',
  'the flags that APPEND gave': 'R3501-6.3.11-6',
  'the date that APPEND gave': 'R3501-6.3.11-7',
  FETCH: 'R3501-6.4.5-c',
  STORE: 'R3501-6.4.6-b',
  EXPUNGE: 'R3501-6.4.3-a',
  NOOP: 'R3501-6.1.2-a',
  LOGOUT: 'R3501-3.4-1',
};

export const JUDGED_BY: Record<string, Record<string, string>> = { smtp: SMTP, lmtp: LMTP, pop3: POP3, imap: IMAP };

const SPOKEN: Record<string, string> = { submission: 'smtp', submissions: 'smtp', pop3s: 'pop3', imaps: 'imap' };

/**
 * @param service or its protocol
 * @param asked a command, with or without arguments, or a thing without a command: `the greeting`, `the message`
 * @returns nothing where no scenario judges it
 */
export function judgedBy(service: string, asked: string): string | undefined {
  const rows = JUDGED_BY[SPOKEN[service] ?? service] ?? {};
  return rows[asked] ?? rows[asked.split(' ')[0]!.toUpperCase()];
}
