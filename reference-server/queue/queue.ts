/** The messages for other servers, kept in the store until they are handed on or given up. */

import { type Envelope, isLocal, type LocalRecipient, type RemoteRecipient } from '../delivery/mail';
import type { Outgoing } from '../delivery/outgoing';
import type { DeliveryParts } from '../delivery/parts';
import { Desk, type QueueDesk } from './desk';
import { HERE, waitingHere } from './here';
import { began, readRecipient, writeEnvelope, writeRecipient } from './records';
import { Runner, type RunnerOptions } from './runner';
import { deadlineOf } from './time';
import { type QueueView, views } from './view';

export class MailQueue implements Outgoing {
  readonly desk: QueueDesk;
  private readonly runner: Runner;

  constructor(
    private readonly parts: Omit<DeliveryParts, 'outgoing'>,
    private readonly options: RunnerOptions,
  ) {
    this.runner = new Runner({ ...parts, outgoing: this }, options);
    this.desk = new Desk({
      ...parts,
      retries: options.retries,
      trying: 'now',
      isUnderWay: (turn) => this.runner.isRunning(turn),
    });
  }

  add(
    name: string,
    envelope: Envelope,
    recipients: ReadonlyArray<LocalRecipient | RemoteRecipient>,
    message: Buffer,
  ): void {
    const { store, clock } = this.parts;
    const arrived = clock.now();
    const written = writeEnvelope(envelope);
    const entry = { arrived, envelope: written };
    const due = began(entry);
    const deadline = deadlineOf(this.options.retries, entry, Number.NEGATIVE_INFINITY);
    store.queue.add({
      name,
      envelope: written,
      arrived,
      content: message,
      recipients: recipients.map((one) => {
        const recipient = isLocal(one) ? waitingHere(one) : one;
        return { recipient: writeRecipient(recipient), destination: this.destinationOf(recipient), due, deadline };
      }),
    });
  }

  /**
   * Tries what waits for a domain (in small letters) now, or for it and all below it; says how many messages there are. Undefined where that is not known:
   * one host gets all of it, for whatever domain.
   */
  hasten(domain: string, below: boolean): number | undefined {
    const { store, clock } = this.parts;
    const own = this.options.relay.destinationOf(domain);
    const others = below ? store.queue.destinations().filter((name) => name.endsWith(`.${domain}`)) : [];
    const pending = [own, ...others].reduce((sum, name) => sum + store.queue.hasten(name, clock.now()), 0);
    return own === domain ? pending : undefined;
  }

  private destinationOf({ mailbox, domain }: RemoteRecipient): string {
    return mailbox === undefined ? this.options.relay.destinationOf(domain) : HERE;
  }

  view(): QueueView[] {
    return [...views(this.parts.store, this.options.retries)];
  }

  start(): void {
    this.sendTheRightWay();
    this.runner.start();
  }

  /** See Runner.stop. */
  stop(): Promise<void> {
    return this.runner.stop();
  }

  /** What was kept for a smarthost, or for none, by a server that was started with other options. */
  private sendTheRightWay(): void {
    const { store, log } = this.parts;
    const { relay } = this.options;
    try {
      for (const destination of store.queue.destinations())
        if (destination !== HERE && !relay.serves(destination))
          store.queue.redirect(destination, (recipient) => relay.destinationOf(readRecipient(recipient).domain));
    } catch (error) {
      log(`queue: what waits could not be sent another way: ${error}`);
    }
  }
}
