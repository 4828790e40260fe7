/** The messages for other servers, kept in the store until they are handed on or given up. */

import type { Envelope, RemoteRecipient } from '../delivery/mail';
import type { Outgoing } from '../delivery/outgoing';
import type { DeliveryParts } from '../delivery/parts';
import { readEnvelope, readRecipient, writeEnvelope, writeRecipient } from './records';
import { Runner, type RunnerOptions } from './runner';
import type { QueueView } from './view';

export class MailQueue implements Outgoing {
  private readonly runner: Runner;

  constructor(
    private readonly parts: Omit<DeliveryParts, 'outgoing'>,
    options: RunnerOptions,
  ) {
    this.runner = new Runner({ ...parts, outgoing: this }, options);
  }

  add(name: string, envelope: Envelope, recipients: readonly RemoteRecipient[], message: Buffer): void {
    this.parts.store.queue.add({
      name,
      envelope: writeEnvelope(envelope),
      content: message,
      recipients: recipients.map(writeRecipient),
    });
  }

  view(): QueueView[] {
    const { queue } = this.parts.store;
    return queue.entries().map(({ id, name, envelope, arrived }) => ({
      id: name,
      from: readEnvelope(envelope).reversePath.text,
      arrived,
      recipients: queue.recipients(id).map(({ recipient, state, attempts, due, news }) => {
        return { address: readRecipient(recipient).path.text, state, attempts, due, news };
      }),
    }));
  }

  start(): void {
    this.runner.start();
  }

  /** See Runner.stop. */
  stop(): Promise<void> {
    return this.runner.stop();
  }
}
