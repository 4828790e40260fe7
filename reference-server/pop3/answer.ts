/** Answers (RFC 1939 §3): a status line, with a response code where RFC 2449 or 3206 has one, and perhaps lines behind it. */

export interface Answer {
  ok: boolean;
  text: string;
  /** `IN-USE`, `AUTH`, `SYS/TEMP`, …; shown only where RESP-CODES is offered. */
  code?: string;
  /** What follows until a line with a single dot; octets must end in CRLF, not yet byte-stuffed. */
  payload?: Buffer | readonly string[];
}

export const ok = (text: string, payload?: Answer['payload']): Answer =>
  payload === undefined ? { ok: true, text } : { ok: true, text, payload };

export const err = (text: string, code?: string): Answer =>
  code === undefined ? { ok: false, text } : { ok: false, text, code };

const NOT_HERE = 'This command does not belong here';
export const WRONG_STATE = err(NOT_HERE);
export const BAD_ARGUMENTS = err('I do not understand what follows the command');

/** The status line with its CRLF. */
export function statusLine({ ok: good, text, code }: Answer, codes: boolean): string {
  const bracket = code !== undefined && codes ? `[${code}] ` : '';
  return `${good ? '+OK' : '-ERR'} ${bracket}${text}\r\n`;
}

const LINE_DOT = Buffer.from('\r\n.');
const DOT = Buffer.from('.');
const END = Buffer.from('.\r\n');

/** The octets of a payload: lines that begin with a dot get another, and the end is marked. */
export function payloadOctets(payload: Buffer | readonly string[]): Buffer[] {
  const octets = Buffer.isBuffer(payload) ? payload : Buffer.from(payload.map((line) => `${line}\r\n`).join(''));
  const pieces: Buffer[] = octets[0] === DOT[0] ? [DOT] : [];
  let start = 0;
  for (let at = octets.indexOf(LINE_DOT); at >= 0; at = octets.indexOf(LINE_DOT, at + 2)) {
    pieces.push(octets.subarray(start, at + 2), DOT);
    start = at + 2;
  }
  pieces.push(octets.subarray(start), END);
  return pieces;
}
