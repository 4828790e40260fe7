/** Colours on a terminal, nothing elsewhere. */
import type { Verdict } from '../../verdict/verdict';

export type Paint = (text: string, ink: Verdict | 'dim' | 'bold') => string;

const CODES: Record<Parameters<Paint>[1], string> = {
  pass: '32',
  fail: '31',
  warn: '33',
  info: '36',
  notApplicable: '90',
  blocked: '35',
  error: '1;31',
  notPlayed: '90',
  dim: '2',
  bold: '1',
};

/** @param colour false writes plain text */
export function makePaint(colour: boolean): Paint {
  return colour ? (text, ink) => `\u001b[${CODES[ink]}m${text}\u001b[0m` : (text) => text;
}

/** Whether a stream takes colours: a terminal, unless NO_COLOR is set and not empty (no-color.org). */
export function takesColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}
