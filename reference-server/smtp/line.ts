/** Parts a command line into verb and argument (RFC 5321 §2.4, §4.1.1). */

import type { Reply } from '../delivery/reply';
import type { Line } from '../net/connection';
import { SYNTAX } from './reply';
import type { Session } from './session';
import { isAscii } from './syntax/path';

export interface CommandLine {
  /** In capitals. */
  verb: string;
  /** As it was sent. */
  sentVerb: string;
  argument: string;
  /** The whole line without its CRLF. */
  line: string;
}

/** What is no line of the client's and has an answer all the same: the session's begin, and the end of a message's data. */
export function step(verb: 'GREETING' | 'END'): CommandLine {
  return { verb, sentVerb: verb, argument: '', line: '' };
}

/** RFC 5321 §4.5.3.1.4, with CRLF. */
const LINE = 512;
/** What is read at most of a line before it is known which command it is. */
export const LONGEST_LINE = 4096;
/** The commands in which addresses stand, which may have letters beyond ASCII (RFC 6531 §3.3, §3.5). */
const WITH_ADDRESS: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'VRFY', 'EXPN']);

/** The command, or the reply that refuses the line. */
export function parseCommand(session: Session, { octets, tooLong }: Line): CommandLine | { refused: Reply } {
  const text = decode(octets);
  if (text === undefined) return { refused: SYNTAX.notText };
  // RFC 5321 §4.1.1: white space before the line's end is tolerated.
  const trimmed = text.slice(0, endOf(text));
  const space = trimmed.indexOf(' ');
  const sentVerb = space < 0 ? trimmed : trimmed.slice(0, space);
  const argument = space < 0 ? '' : trimmed.slice(space + 1);
  const verb = sentVerb.toUpperCase();
  if (tooLong || octets.length + 2 > LINE + allowance(session, verb)) return { refused: SYNTAX.tooLong };
  if (!isAscii(trimmed) && !WITH_ADDRESS.has(verb)) return { refused: SYNTAX.notText };
  return { verb, sentVerb, argument, line: text };
}

/** Where white space at the end begins. A loop: an expression tries every blank of a line anew, and 4,096 of them cost 15 ms. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

/** Text without NUL, CR or LF, ASCII or else UTF-8; undefined for everything else. */
function decode(octets: Buffer): string | undefined {
  const text = octets.toString('latin1');
  if (/[\0\r\n]/.test(text)) return undefined;
  if (isAscii(text)) return text;
  const utf8 = octets.toString('utf8');
  return Buffer.from(utf8).equals(octets) ? utf8 : undefined;
}

/** By how much extensions lengthen this command. */
function allowance(session: Session, verb: string): number {
  return session.service.extensions.reduce((sum, extension) => sum + (extension.longer?.[verb] ?? 0), 0);
}
