/** A queue by itself: its clock goes on only when it is told to, and attempts come to what the test says. */

import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Directory } from '../auth/directory';
import type { RemoteRecipient } from '../delivery/mail';
import { Reports } from '../delivery/report/reports';
import { type MovableClock, movableClock } from '../net/clock';
import { MailQueue } from '../queue/queue';
import { DEFAULT_RETRIES, Retries, type RetriesOptions } from '../queue/retries';
import { type Outcome, unreached } from '../relay/outcome';
import type { Parcel } from '../relay/parcel';
import { openStore } from '../store/store';
import type { Store } from '../store/types';

export const MINUTE = 60_000;
export const DEAD = unreached('4.4.1', 'nobody is there');
export const DONE: Outcome = { kind: 'delivered', status: '2.0.0', why: 'taken' };
const ALICE = 'alice@example.test';
/** Turns of the event loop in which the queue does what it has to. */
const TURNS = 15;

export interface QueueStage {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly queue: MailQueue;
  readonly log: string[];
  /** The attempts that were made. */
  readonly attempts: { minute: number; domain: string; name: string }[];
  /** Adds one from alice, or from another path. */
  send(name: string, to: string, from?: string, notify?: string[]): void;
  /** What alice was told, as `240 delayed`. */
  told(): string[];
  /** Lets minutes pass one by one. */
  pass(minutes: number): Promise<void>;
  /** Another queue over the same store, as after a restart. */
  again(): Promise<void>;
}

export interface QueueStageOptions {
  attempt(parcel: Parcel, minute: number): Outcome | Promise<Outcome>;
  retries?: Partial<RetriesOptions>;
  connections?: number;
}

export async function queueStage({ attempt, retries, connections = 5 }: QueueStageOptions): Promise<QueueStage> {
  const began = Date.UTC(2026, 0, 1);
  const clock = movableClock({ now: () => began, after: () => () => {} });
  const minute = () => (clock.now() - began) / MINUTE;
  const store = openStore({ now: () => clock.now() });
  const account = store.accounts.create(ALICE, '');
  const domains = ['example.test'];
  const hostname = 'mail.example.test';
  const log: string[] = [];
  const attempts: QueueStage['attempts'] = [];
  const parts = {
    hostname,
    domains,
    store,
    directory: new Directory({ store, domains, aliases: {}, postmaster: ALICE }),
    reports: new Reports({ hostname, domains }),
    clock,
    random: randomBytes,
    log: (line: string) => void log.push(line),
  };
  const relay = {
    destinationOf: (domain: string) => domain,
    serves: () => true,
    end: () => {},
    attempt: async (domain: string, parcel: Parcel) => {
      attempts.push({ minute: minute(), domain, name: parcel.name });
      const outcome = await attempt(parcel, minute());
      return new Map(parcel.recipients.map((recipient) => [recipient, outcome]));
    },
  };
  const make = () =>
    new MailQueue(parts, { relay, retries: new Retries({ ...DEFAULT_RETRIES, ...retries }), connections });
  const settled = async () => {
    for (let before = -1; before < attempts.length; ) {
      before = attempts.length;
      for (let i = 0; i < TURNS; i++) await turn();
    }
  };
  let queue = make();
  queue.start();
  const inbox = store.mailboxes.inbox(account.id).id;
  return {
    store,
    clock,
    get queue() {
      return queue;
    },
    log,
    attempts,
    send(name, to, from = ALICE, notify) {
      const [local = '', domain = ''] = to.split('@');
      const path = { local, domain, text: to };
      const recipient: RemoteRecipient = { kind: 'remote', domain, path, ...(notify === undefined ? {} : { notify }) };
      const [sender = '', senders = ''] = from.split('@');
      const reversePath = { local: sender, domain: senders, text: from };
      const envelope = { reversePath, recipients: [], body: '7BIT', utf8: false, declaredSize: 0 } as const;
      store.transaction(() =>
        queue.add(name, { ...envelope, recipients: [] }, [recipient], Buffer.from('Subject: hi\r\n\r\n')),
      );
    },
    told() {
      return store.messages.range(inbox).map(({ blob, saveDate }) => {
        const action = /^Action: (\w+)/m.exec(store.messages.content(blob).toString())?.[1];
        return `${(saveDate - began) / MINUTE} ${action}`;
      });
    },
    async pass(minutes) {
      await settled();
      for (let i = 0; i < minutes; i++) {
        const before = attempts.length;
        clock.advance(MINUTE);
        await (attempts.length === before ? turn() : settled());
      }
      await settled();
    },
    async again() {
      await queue.stop();
      queue = make();
      queue.start();
    },
  };
}
