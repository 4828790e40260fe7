/** A command line: keyword and argument (RFC 1939 §3). */

export interface CommandLine {
  /** In capitals. */
  verb: string;
  sentVerb: string;
  argument: string;
}

/** What is carried out before the first command: who steps in sees the greeting as a command of this name. */
export const GREETING = 'GREETING';

/** Keyword and argument; undefined for a line with control characters or broken UTF-8. */
export function parse(octets: Buffer): CommandLine | undefined {
  const text = octets.toString('utf8');
  if (/[\0\r\n]/.test(text) || !Buffer.from(text).equals(octets)) return undefined;
  const space = text.indexOf(' ');
  const sentVerb = space < 0 ? text : text.slice(0, space);
  return { verb: sentVerb.toUpperCase(), sentVerb, argument: space < 0 ? '' : text.slice(space + 1) };
}
