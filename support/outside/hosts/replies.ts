/** What a host says. Texts are for people (RFC 5321 §4.2). */

/** A refusal that a behaviour gives by its code alone. */
const TEXTS: Readonly<Record<string, string>> = {
  '220': 'ready',
  '221': '2.0.0 goodbye',
  '235': '2.7.0 logged in',
  '250': '2.0.0 ok',
  '251': '2.1.5 will be forwarded',
  '252': '2.5.0 will try',
  '334': '',
  '354': 'go on, and end with a dot',
  '421': '4.3.2 closing for now',
  '450': '4.2.0 not now',
  '451': '4.3.0 not now',
  '452': '4.3.1 no room for now',
  '454': '4.7.0 not now',
  '500': '5.5.1 not understood',
  '501': '5.5.4 not understood',
  '502': '5.5.1 not here',
  '503': '5.5.1 out of order',
  '504': '5.5.4 not here',
  '521': '5.3.2 takes no mail',
  '530': '5.7.0 log in first',
  '535': '5.7.8 wrong',
  '550': '5.1.1 no such mailbox',
  '551': '5.1.6 not here',
  '552': '5.3.4 too large',
  '553': '5.1.3 not a mailbox',
  '554': '5.0.0 refused',
  '555': '5.5.4 parameter not known',
};

/** The octets of a reply: each line with the code and CRLF. */
export function replyOctets(code: string, lines: readonly string[]): Buffer {
  const last = lines.length - 1;
  return Buffer.from(lines.map((line, n) => `${code}${n < last ? '-' : ' '}${line}\r\n`).join(''));
}

/** The text that belongs to a code. */
export function textOf(code: string): string {
  return TEXTS[code] ?? (code.startsWith('4') ? '4.0.0 not now' : code.startsWith('5') ? '5.0.0 refused' : 'ok');
}
