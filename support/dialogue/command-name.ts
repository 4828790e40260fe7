/** What a status answers, in a word: `NOOP`, `UID FETCH`, `the end of the data`. Failures at the same command may have one cause. */
import type { Dialogue, Expect, ProtocolName, Step } from './dialogue';

const GREETING = 'the greeting';
const END = 'the end of the data';
const DATA = 'data';
/** Commands are words; what is not (base64 of a login, content) is not shown. */
const WORD = /^[A-Za-z][A-Za-z0-9-]{1,15}$/;

/**
 * The command that a step of a dialogue waits for the answer of.
 * @param lastSent what the client sent last, for a dialogue that begins with the answer
 */
export function commandAt({ protocol, lines, steps }: Dialogue, step: Step, lastSent: Buffer): string {
  const tag = step.kind === 'expect' && step.status.kind === 'result' ? step.status.tag : undefined;
  const sent = sentBefore(steps, step, tag, lines);
  if (sent !== undefined) return commandName(protocol, sent);
  return lastSent.length === 0 ? GREETING : commandName(protocol, lastLine(lastSent));
}

/** The command of a line as the client sends it, a tag before it in IMAP. */
export function commandName(protocol: ProtocolName, line: string): string {
  if (line === '.') return END;
  const words = line.split(' ');
  if (protocol === 'imap' && words.length > 1) words.shift();
  const [first = '', second = ''] = words.map((word) => word.toUpperCase());
  if (!WORD.test(first)) return DATA;
  return first === 'UID' && WORD.test(second) ? `UID ${second}` : first;
}

/** The line that the step answers: the one with its tag, or of the last lines sent the one whose turn it is. */
function sentBefore(
  steps: readonly Step[],
  step: Step,
  tag: string | undefined,
  lines: readonly string[],
): string | undefined {
  const before = steps.slice(0, steps.indexOf(step)).filter(({ connection }) => connection === step.connection);
  const write = before.findLastIndex(({ kind }) => kind === 'send' || kind === 'fragment');
  const sent = before[write];
  if (sent === undefined) return undefined;
  if (sent.kind !== 'send') return textAt(lines, sent.line);
  const texts = sent.lines.map(({ line }) => textAt(lines, line));
  const tagged = tag === undefined || tag === '*' ? undefined : texts.find((text) => text.startsWith(`${tag} `));
  const answered = before.slice(write + 1).filter(isStatus).length;
  return tagged ?? texts[Math.min(answered, texts.length - 1)];
}

function isStatus(step: Step): step is Expect {
  return step.kind === 'expect';
}

/** A client's line without its mark. */
function textAt(lines: readonly string[], line: number): string {
  return (lines[line - 1] ?? '').replace(/^\s*C[1-9]?[:~] ?/, '');
}

function lastLine(octets: Buffer): string {
  return octets.toString('latin1').replace(/\r\n$/, '').split('\r\n').at(-1)!;
}
