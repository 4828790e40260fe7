/** One whole POP3 response and the command that it answers. */

export interface Pop3Command {
  /** The line; nothing for the greeting. */
  line: Buffer;
  verb: string;
  /** What stands behind the verb, without spaces at its ends. */
  argument: string;
}

export interface Pop3Response {
  indicator: '+OK' | '-ERR' | '+';
  command: Pop3Command;
  /** The greeting answers nothing. */
  isGreeting: boolean;
  /** It answers what the client said to a challenge of this command. */
  toChallenge: boolean;
  /** The whole, as it came. */
  octets: Buffer;
  /** The first line without its end. */
  first: string;
  /** The lines behind the first, as they came, without CRLF and without the last, which is a dot; and where each begins. */
  lines: readonly { text: string; at: number }[] | undefined;
}

const ALWAYS: ReadonlySet<string> = new Set(['RETR', 'TOP', 'CAPA']);
const WITHOUT_ARGUMENT: ReadonlySet<string> = new Set(['LIST', 'UIDL', 'LANG']);

export function commandOf(line: Buffer): Pop3Command {
  const text = line.toString('latin1');
  const [verb = ''] = text.split(' ', 1);
  return { line, verb: verb.toUpperCase(), argument: text.slice(verb.length).trim() };
}

/** Whether lines follow a positive answer: RFC 1939 §5 and §7, RFC 2449 §5, RFC 6856 §3.2. */
export function hasLines({ verb, argument }: Pop3Command): boolean {
  return ALWAYS.has(verb) || (WITHOUT_ARGUMENT.has(verb) && argument === '');
}

/**
 * The lines of a response behind the first, up to the dot that ends them.
 * @returns undefined where the end has not come
 */
export function linesOf(
  octets: Buffer,
  from: number,
): { lines: { text: string; at: number }[]; end: number } | undefined {
  const lines: { text: string; at: number }[] = [];
  let at = from;
  for (;;) {
    const end = octets.indexOf('\r\n', at, 'latin1');
    if (end < 0) return undefined;
    if (end === at + 1 && octets[at] === 46) return { lines, end: end + 2 };
    lines.push({ text: octets.toString('latin1', at, end), at });
    at = end + 2;
  }
}
