/** The queue in a mail file: of the server that runs, by its control socket, or as the one that is stopped has left it. */

import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../net/clock';
import { PROFILES } from '../profiles';
import { Desk, type QueueDesk } from '../queue/desk';
import { DEFAULT_RETRIES, Retries } from '../queue/retries';
import { StoreError } from '../store/error';
import { openStore } from '../store/store';
import { CalledDesk } from './call';
import { ControlError } from './errors';
import { controlOf } from './place';

export interface OpenDeskOptions {
  /** The mail file, as in ServerOptions. */
  readonly data: string;
  /** That the server was started with: a running one knows it. */
  readonly profile?: string | undefined;
  /** Where the story of what is done goes on, when no server runs whose log has it. */
  readonly log: (line: string) => void;
  /** Milliseconds that a server may take to start or to end. */
  readonly patience?: number;
}

/** Milliseconds between two looks. */
const PAUSE = 50;

/**
 * Lets `work` have the queue. While another process has the mail file it is asked, or nothing is done.
 * @throws ControlError
 */
export async function withDesk<T>(options: OpenDeskOptions, work: (desk: QueueDesk) => Promise<T>): Promise<T> {
  const { data, patience = 5_000 } = options;
  if (!existsSync(data)) throw new ControlError('no-mail', `there is no mail in ${data}`);
  // Without a lock nobody knows whether somebody else has it.
  if (!canWrite(dirname(data)))
    throw new ControlError('denied', `the folder of ${data} cannot be written to: do it as the user whose it is`);
  // A server that starts or ends has the lock and no socket: it has one soon, or the lock is free.
  for (let left = patience; ; left -= PAUSE) {
    const running = new CalledDesk(controlOf(data));
    if (await running.isThere()) return await work(running);
    const store = openFree(data);
    if (store) {
      try {
        return await work(deskOver(store, options));
      } finally {
        store.close();
      }
    }
    if (left <= 0)
      throw new ControlError(
        'unreachable',
        `the server that has ${data} listens at no control socket: stop it, then do it again`,
      );
    await wait(PAUSE);
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

type Opened = ReturnType<typeof openStore>;

/** Undefined while another process has it. */
function openFree(file: string): Opened | undefined {
  try {
    return openStore({ file, now: Date.now });
  } catch (error) {
    if (error instanceof StoreError && error.code === 'locked') return undefined;
    throw new ControlError('failed', `${file} cannot be opened: ${(error as Error).message}`, error);
  }
}

function deskOver(store: Opened, { profile = 'default', log }: OpenDeskOptions): QueueDesk {
  const retries = new Retries({ ...DEFAULT_RETRIES, ...PROFILES[profile]?.relay });
  return new Desk({ store, clock: systemClock(), log, retries, trying: 'at the next start' });
}
