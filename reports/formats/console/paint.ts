/** Colours where they are wanted, nothing elsewhere. */
import pc from 'picocolors';
import type { Verdict } from '../../verdict/verdict';

export type Paint = (text: string, ink: Verdict | 'dim' | 'bold') => string;

/** @param colour false writes plain text */
export function makePaint(colour: boolean): Paint {
  const { green, red, yellow, cyan, gray, magenta, bold, dim } = pc.createColors(colour);
  const inks: Record<Parameters<Paint>[1], (text: string) => string> = {
    pass: green,
    fail: red,
    warn: yellow,
    info: cyan,
    notApplicable: gray,
    blocked: magenta,
    error: (text) => bold(red(text)),
    notPlayed: gray,
    dim,
    bold,
  };
  return (text, ink) => inks[ink](text);
}

/**
 * Whether a stream takes colours: as the user wishes (`--color`, `--no-color`), else never with NO_COLOR (no-color.org), always with
 * FORCE_COLOR, and otherwise on a terminal.
 */
export function takesColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv, wish?: boolean): boolean {
  if (wish !== undefined) return wish;
  if ((env.NO_COLOR ?? '') !== '') return false;
  if ((env.FORCE_COLOR ?? '') !== '') return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
