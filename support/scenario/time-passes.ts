/** Time that a scenario lets pass: as much as the target file says that something of its takes. */
import { setTimeout as wait } from 'node:timers/promises';
import { NotApplicable } from '../outcome';
import { times } from '../targets/times';
import type { Stage } from './stage';

/** A little more, and where others' clocks count seconds, a whole one. */
const MORE = 1_000;

/** @param what a word of `timing`, `rate` */
export async function letPass({ target }: Pick<Stage, 'target'>, what: string): Promise<void> {
  const known: Readonly<Record<string, number | undefined>> = times(target.timing);
  if (!Object.hasOwn(known, what)) throw new Error(`“${what}” is no time of a target file: ${Object.keys(known)}.`);
  const milliseconds = known[what];
  if (milliseconds === undefined)
    throw new NotApplicable('no-timing', `needs timing: { ${what}: TIME } in the target file`);
  await target.pass(milliseconds + MORE);
  // What falls due then is done by now.
  await wait(0);
}
