/** A client's line taken apart (RFC 5321 §4.1.1). */

export interface Command {
  /** In capitals; empty where the line does not begin with a word. */
  verb: string;
  /** What stands behind it. */
  argument: string;
}

export interface Envelope {
  /** Without its angle brackets. */
  path: string;
  parameters: string[];
}

export function readCommand(line: Buffer): Command {
  const text = withoutBlanks(line.toString('utf8'));
  const [, verb = '', argument = ''] = /^([A-Za-z0-9]+)(?: +(.*))?$/s.exec(text) ?? [];
  return { verb: verb.toUpperCase(), argument };
}

/** Without spaces at its end. A loop: an expression tries each space of a line anew, and there may be 65,536. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

const ARGUMENTS = { FROM: /^FROM: *(.+)$/is, TO: /^TO: *(.+)$/is } as const;

/** The argument of MAIL or RCPT, read as kindly as can be: a space after the colon, a path without brackets. */
export function readEnvelope(argument: string, word: 'FROM' | 'TO'): Envelope | undefined {
  const [, rest] = ARGUMENTS[word].exec(argument) ?? [];
  if (rest === undefined) return undefined;
  // A quoted local part may hold spaces and brackets: RFC 5321 §4.1.2.
  const [, bracketed, bare, parameters = ''] =
    /^(?:<((?:"(?:\\.|[^"\\])*"|[^">])*)>|([^ <>]+))((?: .*)?)$/s.exec(rest) ?? [];
  const path = bracketed ?? bare;
  return path === undefined ? undefined : { path, parameters: parameters.split(' ').filter((each) => each !== '') };
}
