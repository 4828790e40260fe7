/** Makes of what differs a Mismatch that shows the dialogue, a marker at the line, what was said and what came. */
import { Mismatch } from '../outcome';
import { WireMismatch } from '../wire/mismatch';
import type { Secrets } from '../wire/secrets';
import type { Dialogue } from './dialogue';
import { showBytes, showDialogue } from './diff';
import { Differs } from './differs';

export interface DifferenceFacts {
  code: string;
  reason: string;
  /** Of the dialogue. */
  line: number;
  came: Buffer;
  at?: number;
}

export interface Surroundings {
  /** What our side said last. */
  said: Buffer;
  /** What had come before that. */
  before: Buffer;
  /** What differs, in a word: `NOOP`. */
  command: string;
  secrets: Secrets;
}

/** What is known of the difference; undefined for an error that is none. */
export function factsOf(error: unknown, line: number): DifferenceFacts | undefined {
  if (error instanceof Differs) return error;
  if (!(error instanceof WireMismatch)) return undefined;
  return { code: error.code, reason: error.reason, line, came: error.facts.came };
}

export function asMismatch(dialogue: Dialogue, facts: DifferenceFacts, around: Surroundings): Mismatch {
  const { said, before, command, secrets } = around;
  const label = dialogue.side === 'client' ? 'asked: ' : 'said:  ';
  const detail = [
    showDialogue(dialogue.lines, facts.line),
    '',
    secrets.mask(said.length === 0 ? `${label}(nothing yet)` : showBytes(label, said)),
    // Where nothing came the other side has often said why before.
    ...(facts.came.length === 0 && before.length > 0 ? [secrets.mask(showBytes('before: ', before))] : []),
    secrets.mask(showBytes('came:  ', facts.came, facts.at)),
  ].join('\n');
  // The key of the target file that bounds it: no RFC does.
  const bound = dialogue.side === 'client' ? '$& (timing.reply)' : '$&';
  const reason = secrets.mask(facts.reason).replace(/within \d+ ms$/, bound);
  const written = dialogue.lines[facts.line - 1] ?? '';
  // A reason that tells of the line only that it differs is the same for every line.
  const difference =
    facts.code === 'status-differs' ? reason : `${reason} (${written.replace(/^\s*[CS][1-9]?[:?*!|] ?/, '')})`;
  return new Mismatch(facts.code, reason, detail, undefined, { command, difference });
}
