/** Hands messages to other servers: one attempt at a time, over all the places where it may succeed. */

import { setMaxListeners } from 'node:events';
import type { RemoteRecipient } from '../delivery/mail';
import type { Clock } from '../net/clock';
import { Interrupted, type Interruption } from '../net/interrupted';
import { replacedInPlace } from '../seams';
import { Nonsense } from './answer';
import { Dialogue, Unusable } from './dialogue';
import { openConnection } from './open';
import type { Smarthost, Timeouts } from './options';
import { later, type Outcome } from './outcome';
import type { Parcel } from './parcel';
import type { Hop, Routes } from './routes';
import { handOver, type Outcomes } from './transaction';

export interface RelayOptions {
  readonly hostname: string;
  readonly routes: Pick<Routes, 'hops'>;
  readonly smarthost: Smarthost | undefined;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  readonly dialogue: ((right: Dialogue) => Partial<Dialogue>) | undefined;
}

/** Places that are tried at most in one attempt (RFC 5321 §5.1: at least two). */
const MOST_HOPS = 20;

const WORDS: Readonly<Record<Interruption, string>> = {
  gone: 'broke the connection off',
  idle: 'did not answer in time',
  flood: 'sent a line without end',
  shutdown: 'was left',
};

/** TLS was begun and came to nothing: it is tried again without, where that is allowed (RFC 7435 §3). */
class TlsFailed extends Error {}

export class Relay {
  /** Ends what is going on, connections too that only say goodbye. */
  private ending = newEnding();

  constructor(private readonly options: RelayOptions) {}

  /** Mail for domains with the same destination is handed over together. */
  destinationOf(domain: string): string {
    return this.options.smarthost?.host ?? domain;
  }

  /**
   * Tries one place after another, until each recipient has an outcome that another place would not change. Where it is ended before,
   * some have none.
   */
  async attempt(domain: string, parcel: Parcel): Promise<Outcomes> {
    const outcomes: Outcomes = new Map();
    const { signal } = this.ending;
    const hops = this.options.routes.hops(domain);
    for (let tried = 0; ; tried++) {
      const recipients = parcel.recipients.filter((recipient) => isOpen(outcomes.get(recipient)));
      if (recipients.length === 0 || tried === MOST_HOPS) return outcomes;
      const next = await unless(signal, hops.next());
      if (!next) return lasting(outcomes);
      if (next.done) return withDefault(outcomes, recipients, next.value);
      await this.visit(next.value, { ...parcel, recipients }, outcomes, signal);
    }
  }

  /** Ends what is going on; what begins afterwards is not concerned. */
  end(): void {
    this.ending.abort();
    this.ending = newEnding();
  }

  private async visit(hop: Hop, parcel: Parcel, outcomes: Outcomes, signal: AbortSignal): Promise<void> {
    const { tls } = this;
    const session = async (use: Smarthost['tls']) => {
      await this.session(await this.open(hop, signal), parcel, outcomes, use);
    };
    try {
      try {
        await session(tls);
      } catch (error) {
        if (!(error instanceof TlsFailed) || tls === 'required') throw error;
        await session('none');
      }
    } catch (error) {
      const why = later('4.4.2', `${hop.name} [${hop.address}] ${reasonOf(error)}`);
      for (const recipient of parcel.recipients) if (isOpen(outcomes.get(recipient))) outcomes.set(recipient, why);
    }
  }

  private async open({ name, address, port }: Hop, signal: AbortSignal): Promise<Dialogue> {
    const { clock, timeouts, hostname } = this.options;
    const connection = await openConnection(address, port, { clock, timeout: timeouts.connect, signal });
    const dialogue = new Dialogue(connection, { hostname, remote: name, clock, timeouts });
    return replacedInPlace(dialogue, this.options.dialogue);
  }

  private async session(dialogue: Dialogue, parcel: Parcel, outcomes: Outcomes, tls: Smarthost['tls']): Promise<void> {
    try {
      await this.introduce(dialogue, tls);
      await handOver(dialogue, parcel, outcomes);
    } catch (error) {
      if (!(error instanceof Unusable)) dialogue.connection.destroy();
      throw error;
    } finally {
      // What came of the message is known: nobody waits for the goodbye.
      void leave(dialogue);
    }
  }

  /** Greeting, EHLO, and TLS and login as they are wanted. */
  private async introduce(dialogue: Dialogue, tls: Smarthost['tls']): Promise<void> {
    await dialogue.begin();
    if (tls !== 'none' && dialogue.offers.has('STARTTLS')) await secure(dialogue);
    if (tls === 'required' && !dialogue.connection.secure) throw new Unusable('offers no TLS');
    const { user, password } = this.options.smarthost ?? {};
    if (user === undefined || password === undefined) return;
    if (!dialogue.offers.get('AUTH')?.includes('PLAIN')) throw new Unusable('offers no AUTH PLAIN');
    await dialogue.logIn(user, password);
  }

  /** A password is for the right eyes only. */
  private get tls(): Smarthost['tls'] {
    const { smarthost } = this.options;
    return smarthost?.tls ?? (smarthost?.password === undefined ? 'optional' : 'required');
  }
}

async function leave(dialogue: Dialogue): Promise<void> {
  try {
    await dialogue.quit();
    await dialogue.connection.end();
  } catch {
    dialogue.connection.destroy();
  }
}

async function secure(dialogue: Dialogue): Promise<void> {
  try {
    await dialogue.startTls();
  } catch (error) {
    throw error instanceof Interrupted ? new TlsFailed('TLS came to nothing', { cause: error }) : error;
  }
}

/** Every connection listens to it: many are no leak. */
function newEnding(): AbortController {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  return ending;
}

/** What comes of it; undefined when it is ended before. */
async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  let forget = () => {};
  const ended = new Promise<undefined>((resolve) => {
    const end = () => resolve(undefined);
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
    forget = () => signal.removeEventListener('abort', end);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    forget();
  }
}

/** What was broken off is nothing that the other servers said. */
function lasting(outcomes: Outcomes): Outcomes {
  return new Map([...outcomes].filter(([, outcome]) => !isOpen(outcome)));
}

/** Whether another place may do better: nothing came of it yet, or nothing lasting. */
function isOpen(outcome: Outcome | undefined): boolean {
  return outcome === undefined || outcome.kind === 'later';
}

function withDefault(outcomes: Outcomes, recipients: readonly RemoteRecipient[], outcome: Outcome): Outcomes {
  for (const recipient of recipients) if (!outcomes.has(recipient)) outcomes.set(recipient, outcome);
  return outcomes;
}

function reasonOf(error: unknown): string {
  if (error instanceof Interrupted) return WORDS[error.reason];
  if (error instanceof Nonsense || error instanceof Unusable || error instanceof TlsFailed) return error.message;
  return `could not be reached: ${error instanceof Error ? error.message : error}`;
}
