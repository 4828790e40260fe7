/** A target that may die while it is played: whether it is there, how it ended, and how it is brought back. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../target';
import type { Vital } from '../vital';
import { accepts } from './readiness';

/** Whether it is asked to stop before it is started again, or killed. */
export type Ending = 'asked' | 'killed';

export interface Patient {
  services: readonly Service[];
  restart(ending?: Ending): Promise<void>;
  /** How the program ended, with its last words; undefined while it runs, or where nobody knows. */
  ended?(): string | undefined;
  /** The last lines that it wrote. */
  lastWords?(): string;
}

const NO_CONNECTIONS = 'it takes no connections any more';

export class Revival {
  private revivedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly patient: Patient) {}

  /**
   * Looks whether the target is there, and brings it back where it is not.
   * @param since when the scenario that asks began, in milliseconds since 1970
   * @throws TargetError where it does not come back
   */
  async ask(since: number): Promise<Vital> {
    const { services, restart } = this.patient;
    // Of one that is known to have ended there is nothing to wait for.
    const ended = this.patient.ended?.();
    if (ended === undefined && (await isThere(services))) {
      return { state: this.revivedAt > since ? 'revived-before' : 'alive' };
    }
    const how = ended ?? this.patient.ended?.() ?? NO_CONNECTIONS;
    const words = this.patient.lastWords?.() ?? '';
    await restart();
    this.revivedAt = Date.now();
    return { state: 'revived', how, ...(words === '' ? {} : { words }) };
  }
}

/** The same where the suite did not launch the target. */
export async function vitalOf(services: readonly Service[]): Promise<Vital> {
  return (await isThere(services)) ? { state: 'alive' } : { state: 'dead', how: NO_CONNECTIONS };
}

/** A server that is busy, or has all the sessions that it bears, may refuse a connection and be well: it is asked again. */
const TRIES = 8;
const PAUSE = 250;

async function isThere(services: readonly Service[]): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    if (tried > 0) await wait(PAUSE);
    const answers = await Promise.all(services.map(({ host, port }) => accepts(host, port)));
    if (answers.every((answer) => answer)) return true;
  }
  return false;
}
