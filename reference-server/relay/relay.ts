/** Hands messages to other servers: one attempt at a time, over all the places where it may succeed. */

import { setMaxListeners } from 'node:events';
import type { RemoteRecipient } from '../delivery/mail';
import type { Clock } from '../net/clock';
import { Interrupted, type Interruption } from '../net/interrupted';
import { replacedInPlace } from '../seams';
import { Nonsense } from './answer';
import { Dialogue, Unprotected, Unusable } from './dialogue';
import { introduce, TlsFailed } from './introduce';
import { KeptDialogues } from './kept';
import { leave } from './leave';
import { openConnection } from './open';
import type { Smarthost, Timeouts } from './options';
import { later, type Outcome, unfit, unreached } from './outcome';
import { needsTls, type Parcel } from './parcel';
import { type Authorities, IN_CLEAR, type Protection, type Protections } from './protection';
import type { Hop, Routes } from './routes';
import type { Signer } from './signer';
import { handOver, type Outcomes } from './transaction';

export interface RelayOptions {
  readonly hostname: string;
  readonly routes: Pick<Routes, 'hops'>;
  readonly smarthost: Smarthost | undefined;
  readonly protections: Pick<Protections, 'of'>;
  readonly authorities: Authorities;
  readonly signer?: Signer | undefined;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  readonly dialogue: ((right: Dialogue) => Partial<Dialogue>) | undefined;
}

/** Places that are tried at most in one attempt (RFC 5321 §5.1: at least two). */
const MOST_HOPS = 20;

/** A place, and what TLS has to be there. */
interface Way {
  readonly hop: Hop;
  readonly protection: Protection;
}

/** No domain begins with it. */
const VIA = 'via ';

const WORDS: Readonly<Record<Interruption, string>> = {
  gone: 'broke the connection off',
  idle: 'did not answer in time',
  flood: 'sent a line without end',
  shutdown: 'was left',
};

/** The other server did not even begin a session: that has nothing to do with the message. */
class Unreached extends Error {
  constructor(cause: unknown) {
    super('no session', { cause });
  }
}

export class Relay {
  /** Ends what is going on, connections too that only say goodbye. */
  private ending = newEnding();
  private readonly kept: KeptDialogues;

  constructor(private readonly options: RelayOptions) {
    this.kept = new KeptDialogues(options.clock, options.timeouts.kept);
  }

  /** Mail for domains with the same destination is handed over together. */
  destinationOf(domain: string): string {
    const { smarthost } = this.options;
    return smarthost ? `${VIA}${smarthost.host}` : domain;
  }

  /** Whether it is the destination of anything, as things stand. */
  serves(destination: string): boolean {
    return this.options.smarthost ? destination === this.destinationOf('') : !destination.startsWith(VIA);
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
      const recipients = recipientsLeft(parcel, outcomes);
      if (recipients.length === 0 || tried === MOST_HOPS) return outcomes;
      const next = await unless(signal, hops.next());
      if (!next) return lasting(outcomes);
      if (next.done) return withDefault(outcomes, recipients, next.value);
      await this.visit(domain, next.value, { ...parcel, recipients }, outcomes, signal);
    }
  }

  /** Ends what is going on; what begins afterwards is not concerned. */
  end(): void {
    this.kept.forget();
    this.ending.abort();
    this.ending = newEnding();
  }

  private async visit(
    domain: string,
    hop: Hop,
    parcel: Parcel,
    outcomes: Outcomes,
    signal: AbortSignal,
  ): Promise<void> {
    const protection = await unless(signal, this.options.protections.of(domain, hop, parcel));
    if (!protection) return;
    if ('kind' in protection) return void setOpen(parcel, outcomes, protection);
    const way = { hop, protection };
    const kept = this.kept.take(hop, protection);
    if (kept && (await this.again(kept, way, parcel, outcomes))) return;
    try {
      await this.anew(way, parcel, outcomes, signal);
    } catch (error) {
      excuse(hop, parcel, outcomes, error);
    }
  }

  /** Over a connection that has carried others; false where it was of no more use, and nothing of the message went over it. */
  private async again(dialogue: Dialogue, way: Way, parcel: Parcel, outcomes: Outcomes): Promise<boolean> {
    try {
      await this.carry(dialogue, way, parcel, outcomes);
    } catch (error) {
      if (!dialogue.contentBegun) return false;
      excuse(way.hop, parcel, outcomes, error);
    }
    return true;
  }

  private async anew(way: Way, parcel: Parcel, outcomes: Outcomes, signal: AbortSignal): Promise<void> {
    const { hop, protection } = way;
    try {
      await this.carry(await this.open(hop, signal), way, parcel, outcomes, protection);
    } catch (error) {
      if (!(error instanceof TlsFailed) || protection.use === 'required') throw error;
      await this.carry(await this.open(hop, signal), way, parcel, outcomes, IN_CLEAR);
    }
  }

  private async open({ name, address, port }: Hop, signal: AbortSignal): Promise<Dialogue> {
    const { clock, timeouts, hostname, authorities, signer } = this.options;
    const connection = await openConnection(address, port, { clock, timeout: timeouts.connect, signal });
    const dialogue = new Dialogue(connection, { hostname, remote: name, clock, timeouts, authorities, signer });
    return replacedInPlace(dialogue, this.options.dialogue);
  }

  /** @param begins how a new connection does */
  private async carry(
    dialogue: Dialogue,
    { hop, protection }: Way,
    parcel: Parcel,
    outcomes: Outcomes,
    begins?: Protection,
  ): Promise<void> {
    let reached = begins === undefined;
    try {
      if (begins) await introduce(dialogue, begins, this.options.smarthost);
      reached = true;
      const open = recipientsLeft(parcel, outcomes);
      await handOver(dialogue, { ...parcel, recipients: open }, outcomes);
      this.kept.keep(hop, protection, dialogue);
    } catch (error) {
      if (error instanceof Unusable) void leave(dialogue);
      else dialogue.connection.destroy();
      throw reached || error instanceof TlsFailed ? error : new Unreached(error);
    }
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
  return outcome === undefined || outcome.kind === 'later' || outcome.elsewhere === true;
}

function recipientsLeft({ recipients }: Parcel, outcomes: Outcomes): RemoteRecipient[] {
  return recipients.filter((recipient) => isOpen(outcomes.get(recipient)));
}

/** What failed at one place may succeed at another, or later. */
function excuse(hop: Hop, parcel: Parcel, outcomes: Outcomes, error: unknown): void {
  // Where one of its places was reached, the destination was.
  const nobody = isUnreached(error) && [...outcomes.values()].every((outcome) => outcome.unreached);
  const said = `${hop.name} [${hop.address}] ${reasonOf(error)}`;
  // RFC 8689 §4.2.1: the sender hears of it at once.
  const unprotected = needsTls(parcel) && (error instanceof TlsFailed || error instanceof Unprotected);
  const why = unprotected ? unfit('5.7.10', said) : (nobody ? unreached : later)('4.4.2', said);
  setOpen(parcel, outcomes, why);
}

function setOpen(parcel: Parcel, outcomes: Outcomes, outcome: Outcome): void {
  for (const recipient of recipientsLeft(parcel, outcomes)) outcomes.set(recipient, outcome);
}

/** There was no connection, or its other end had nothing to say to anybody. */
function isUnreached(error: unknown): boolean {
  return !(error instanceof Interrupted || error instanceof Nonsense || error instanceof Unusable);
}

function withDefault(outcomes: Outcomes, recipients: readonly RemoteRecipient[], outcome: Outcome): Outcomes {
  for (const recipient of recipients) if (!outcomes.has(recipient)) outcomes.set(recipient, outcome);
  return outcomes;
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreached) return reasonOf(error.cause);
  if (error instanceof Interrupted) return WORDS[error.reason];
  if (error instanceof Nonsense || error instanceof Unusable || error instanceof TlsFailed) return error.message;
  return `could not be reached: ${error instanceof Error ? error.message : error}`;
}
