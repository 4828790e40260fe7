/** Hands messages to other servers: one attempt at a time, over all the places where it may succeed. */

import type { RemoteRecipient } from '../delivery/mail';
import type { Clock } from '../net/clock';
import type { Connection } from '../net/connection';
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
  /** Open connections, also those that only say goodbye. */
  private readonly connections = new Set<Connection>();

  constructor(private readonly options: RelayOptions) {}

  /** Mail for domains with the same destination is handed over together. */
  destinationOf(domain: string): string {
    return this.options.smarthost?.host ?? domain;
  }

  /** Tries one place after another, until each recipient has an outcome that another place would not change. */
  async attempt(domain: string, parcel: Parcel): Promise<Outcomes> {
    const outcomes: Outcomes = new Map();
    const hops = this.options.routes.hops(domain);
    for (let tried = 0; ; tried++) {
      const recipients = parcel.recipients.filter((recipient) => isOpen(outcomes.get(recipient)));
      if (recipients.length === 0 || tried === MOST_HOPS) return outcomes;
      const { done, value } = await hops.next();
      if (!done) await this.visit(value, { ...parcel, recipients }, outcomes);
      else return withDefault(outcomes, recipients, value);
    }
  }

  /** Breaks off what is going on. */
  close(): void {
    for (const connection of this.connections) connection.destroy();
  }

  private async visit(hop: Hop, parcel: Parcel, outcomes: Outcomes): Promise<void> {
    const tls = this.tls;
    try {
      try {
        await this.session(hop, parcel, outcomes, tls);
      } catch (error) {
        if (!(error instanceof TlsFailed) || tls === 'required') throw error;
        await this.session(hop, parcel, outcomes, 'none');
      }
    } catch (error) {
      const why = later('4.4.2', `${hop.name} [${hop.address}] ${reasonOf(error)}`);
      for (const recipient of parcel.recipients) if (isOpen(outcomes.get(recipient))) outcomes.set(recipient, why);
    }
  }

  private async session(hop: Hop, parcel: Parcel, outcomes: Outcomes, tls: Smarthost['tls']): Promise<void> {
    const { clock, timeouts, hostname } = this.options;
    const connection = await openConnection(hop.address, hop.port, clock, timeouts.connect);
    this.connections.add(connection);
    const dialogue = replacedInPlace(
      new Dialogue(connection, { hostname, remote: hop.name, clock, timeouts }),
      this.options.dialogue,
    );
    try {
      await this.introduce(dialogue, hop, tls);
      await handOver(dialogue, parcel, outcomes);
    } catch (error) {
      if (!(error instanceof Unusable)) connection.destroy();
      throw error;
    } finally {
      // What came of the message is known: nobody waits for the goodbye.
      void this.leave(dialogue);
    }
  }

  /** Greeting, EHLO, and TLS and login as they are wanted. */
  private async introduce(dialogue: Dialogue, { name }: Hop, tls: Smarthost['tls']): Promise<void> {
    await dialogue.begin();
    if (tls !== 'none' && dialogue.offers.has('STARTTLS')) await secure(dialogue, name);
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

  private async leave(dialogue: Dialogue): Promise<void> {
    const { connection } = dialogue;
    try {
      await dialogue.quit();
      await connection.end();
    } catch {
      connection.destroy();
    } finally {
      this.connections.delete(connection);
    }
  }
}

async function secure(dialogue: Dialogue, name: string): Promise<void> {
  try {
    await dialogue.startTls(name);
  } catch (error) {
    throw error instanceof Interrupted ? new TlsFailed('TLS came to nothing', { cause: error }) : error;
  }
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
