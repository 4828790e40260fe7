import { Differs } from './differs';
import type { Template } from './expression';
import { matchText } from './match-text';
import type { Scope } from './scope';

/** RFC 5321 §2.4: case means nothing in a verb, nor in `FROM:` and `TO:`. */
const VERB = /^(?:MAIL FROM:|RCPT TO:|[A-Za-z]+(?=[ \r]|$))/i;

/** Compares a client's line with what a dialogue asks for, and binds what it captures. @param line without its end */
export function compareCommand(wanted: Template, line: Buffer, at: number, scope: Scope): Differs | undefined {
  const [first, ...rest] = wanted;
  // Where the line begins with a value it is no command.
  const result =
    first?.kind === 'literal'
      ? matchText([{ ...first, bytes: inCapitals(first.bytes) }, ...rest], inCapitals(line), scope)
      : matchText(wanted, line, scope);
  if (!result.matched) return new Differs('command-differs', 'the client says something else', at, line, result.at);
  scope.bind(result.bound);
  return undefined;
}

function inCapitals(line: Buffer): Buffer {
  return Buffer.from(
    line.toString('latin1').replace(VERB, (verb) => verb.toUpperCase()),
    'latin1',
  );
}
