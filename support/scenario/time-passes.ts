/** Time that a scenario lets pass: as much as the target file says that something of its takes, or minutes that an RFC names. */
import { setTimeout as wait } from 'node:timers/promises';
import { NotApplicable } from '../outcome';
import { times } from '../targets/times';
import type { Stage } from './stage';

/** Milliseconds, or a word of `timing`: `rate`. */
export type Span = number | string;

/** `the time of rate`, `nearly 5 minutes` */
export const SPAN = /the time of \S+|nearly \d+ minutes/;

/** A little more, and where others' clocks count seconds, a whole one. */
const MORE = 1_000;
/** What is to last five minutes may be measured from a little before we began to wait. */
const NEARLY = 10_000;
const MINUTE = 60_000;

/** @param written as SPAN takes it */
export function spanOf(written: string): Span {
  const [, minutes] = /^nearly (\d+) minutes$/.exec(written) ?? [];
  return minutes === undefined ? written.slice('the time of '.length) : Number(minutes) * MINUTE - NEARLY;
}

export async function letPass({ target }: Pick<Stage, 'target'>, span: Span): Promise<void> {
  await target.pass(typeof span === 'number' ? span : takenFor(target, span) + MORE);
  // What falls due then is done by now.
  await wait(0);
}

function takenFor({ timing }: Stage['target'], what: string): number {
  const known: Readonly<Record<string, number | undefined>> = times(timing);
  if (!Object.hasOwn(known, what)) throw new Error(`“${what}” is no time of a target file: ${Object.keys(known)}.`);
  const milliseconds = known[what];
  if (milliseconds === undefined)
    throw new NotApplicable('no-timing', `needs timing: { ${what}: TIME } in the target file`);
  return milliseconds;
}
