/** Answers (RFC 1939 §3): a status line, with a response code where RFC 2449 or 3206 has one, and perhaps lines behind it. */

export interface Answer {
  ok: boolean;
  /** A challenge of AUTH: the status is `+`, the text base64, and the client answers first (RFC 5034 §4). */
  more?: true;
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

export const NOT_A_COMMAND = err('A command is a line of at most 255 octets, without control characters');
export const UNKNOWN = err('I do not know this command');
export const WRONG_STATE = err('This command does not belong here');
/** RFC 3206 §4. */
export const FAILED = err('The server has failed; try again later', 'SYS/TEMP');
export const BAD_ARGUMENTS = err('I do not understand what follows the command');

/** The status line with its CRLF. */
export function statusLine({ ok: good, more, text, code }: Answer, codes: boolean): string {
  if (more) return `+ ${text}\r\n`;
  const bracket = code !== undefined && codes ? `[${code}] ` : '';
  return `${good ? '+OK' : '-ERR'} ${bracket}${text}\r\n`;
}

/** The whole answer as it is written, in pieces: long octets are not copied. */
export function pieces(answer: Answer, codes: boolean): Array<Buffer | string> {
  const status = statusLine(answer, codes);
  return answer.payload !== undefined && answer.ok ? [status, ...payloadOctets(answer.payload)] : [status];
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
