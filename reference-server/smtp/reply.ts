/** Replies on the wire (RFC 5321 §4.2), and those that several commands give. */

import { type Reply, reply } from '../delivery/reply';

/** The octets on the wire: `250-` before all lines but the last. */
export function format({ code, enhanced, lines }: Reply): string {
  const prefix = enhanced === undefined ? '' : `${enhanced} `;
  const last = lines.length - 1;
  return lines.map((line, i) => `${code}${i === last ? ' ' : '-'}${prefix}${line}\r\n`).join('');
}

/** RFC 5321 §4.2. */
const LINE = /^([2-5][0-5]\d)(?:([ -])(?:(\d\.\d{1,3}\.\d{1,3})(?: |$))?(.*))?$/;

/** A reply from the text of a fault rule, `451 4.3.0 Try again later`, or of several lines; undefined where it is none. */
export function parseReply(text: string): Reply | undefined {
  const lines = text.split(/\r?\n/).map((line) => LINE.exec(line));
  const [first] = lines;
  const fits = lines.every((line, i) => line?.[1] === first?.[1] && (line?.[2] === '-') === i < lines.length - 1);
  if (!first || !fits) return undefined;
  return reply(Number(first[1]), first[3], ...lines.map((line) => line![4] ?? ''));
}

export const SYNTAX = {
  unknown: reply(500, '5.5.1', 'I do not know this command'),
  notText: reply(500, '5.5.2', 'A command is a line of text that ends with CRLF'),
  tooLong: reply(500, '5.5.2', 'The line is too long'),
  arguments: reply(501, '5.5.4', 'I do not understand what follows the command'),
  noArguments: reply(501, '5.5.4', 'Nothing may follow this command'),
} as const;

export const sequence = (why: string): Reply => reply(503, '5.5.1', why);
