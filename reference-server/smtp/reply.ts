/** Replies on the wire (RFC 5321 §4.2), and those that several commands give. */

import { type Reply, reply } from '../delivery/reply';

/** The octets on the wire: `250-` before all lines but the last. */
export function format({ code, enhanced, lines }: Reply): string {
  const prefix = enhanced === undefined ? '' : `${enhanced} `;
  const last = lines.length - 1;
  return lines.map((line, i) => `${code}${i === last ? ' ' : '-'}${prefix}${line}\r\n`).join('');
}

/** A reply from the text of a fault rule: `451 4.3.0 Try again later`. */
export function parseReply(text: string): Reply {
  const match = /^(\d{3})(?: (\d\.\d{1,3}\.\d{1,3}))?(?: (.*))?$/.exec(text);
  if (!match) throw new Error(`not an SMTP reply: ${text}`);
  return reply(Number(match[1]), match[2], match[3] ?? '');
}

export const SYNTAX = {
  unknown: reply(500, '5.5.1', 'I do not know this command'),
  notText: reply(500, '5.5.2', 'A command is a line of text that ends with CRLF'),
  tooLong: reply(500, '5.5.2', 'The line is too long'),
  arguments: reply(501, '5.5.4', 'I do not understand what follows the command'),
  noArguments: reply(501, '5.5.4', 'Nothing may follow this command'),
} as const;

export const sequence = (why: string): Reply => reply(503, '5.5.1', why);
