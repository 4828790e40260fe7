/** Whether a message has arrived: looked at again and again until the target's delivery time is over, never slept for. */
import { setTimeout as wait } from 'node:timers/promises';
import { bringAbout } from '../bring-about';
import { judgedBy } from '../judged-by';
import { Mismatch } from '../outcome';
import { frontDoor } from '../targets/front-door';
import type { Account, Target } from '../targets/target';
import { isLegible } from './legible';
import { headerValue, withCrlf } from './message';
import { PassingTime, type TargetTime } from './passing-time';

/** Milliseconds before the second look. */
const SOON = 5;

/** Tells the message that a scenario means from all others. */
export interface Sought {
  /** For people: `the message hello`. */
  name: string;
  /** Its octets, where they are known. */
  sent?: Buffer;
  /** A server sends it by itself, when it knows what became of another: that may take as long as it tries. */
  automatic?: boolean;
  /** @param reversePath where the envelope was seen */
  matches(message: Buffer, reversePath?: string): boolean;
}

/** A message of the scenario: the one that arrives with the same Subject. Its octets are known. */
export function sameSubject(name: string, message: Buffer): Sought {
  const subject = headerValue(message, 'Subject');
  if (subject === undefined)
    throw new Error(`The message ${name} has no Subject to tell it by; name a text of it in quotes instead.`);
  return { name: `the message ${name}`, sent: message, matches: (other) => headerValue(other, 'Subject') === subject };
}

/** A message in which a person reads this text. */
export function containing(text: Buffer): Sought {
  return { name: `a message that holds "${text.toString('latin1')}"`, matches: (other) => isLegible(other, text) };
}

export interface Waiting {
  times?: number;
  /** The target's own, where what the suite plays has a say in it. */
  time?: TargetTime;
}

/**
 * Waits until at least `times` messages have arrived.
 * @returns all that match, oldest first.
 * @throws Mismatch `not-delivered` when the delivery time is over; Blocked where a message that came cannot be read: it may be the one.
 */
export async function awaitDelivery(
  target: Target,
  account: Account,
  sought: Sought,
  { times = 1, time: itsTime = target }: Waiting = {},
): Promise<Buffer[]> {
  const { delivery, giveUp = 0 } = target.timing;
  const patience = sought.automatic ? delivery + giveUp : delivery;
  const time = new PassingTime(itsTime, patience);
  for (let pause = SOON; ; pause = Math.min(pause * 2, 250)) {
    const { messages, unread } = await target.inbox(account, sought.sent);
    const found = messages.filter((message) => sought.matches(message));
    if (found.length >= times) return found;
    const perhaps = unread.filter(({ message }) => message === undefined || sought.matches(message));
    if (sought.automatic && (await time.pass()) === 'something') pause = SOON;
    const late = time.left < pause;
    for (const { why, message } of perhaps) if (late || message) throw why;
    if (late) {
      throw new Mismatch(
        'not-delivered',
        `${account.address} has not received ${sought.name}${times > 1 ? ` ${times} times` : ''} within ${patience} ms (${sought.automatic ? 'timing.delivery and timing.give-up' : 'timing.delivery'})`,
        `in the inbox: ${messages.length} messages, ${found.length} of them it`,
      );
    }
    await wait(pause);
  }
}

/** A scenario may need several. */
let markers = 0;

/**
 * Sends a marker and waits for it: what was sent before it is there, or does not come any more. Where each message has a deliverer of its own,
 * as with Exim, the later one may come first: what takes twice as long as the marker is waited for.
 * @throws Blocked when the marker does not arrive
 */
export async function settleInbox(target: Target, account: Account, id: string): Promise<void> {
  const begun = performance.now();
  markers++;
  const marker = withCrlf(
    `From: <${target.sender}>\nTo: <${account.address}>\nSubject: marker ${id}-${markers}\n\nWhat was sent before this message is here, or does not come.\n`,
  );
  await target.send({ from: target.sender, to: [account.address] }, marker);
  await bringAbout(
    'a message that was sent after it',
    () => awaitDelivery(target, account, sameSubject('marker', marker)),
    judgedBy(frontDoor(target) ?? '', 'the message'),
  );
  await wait(performance.now() - begun);
}

/**
 * Counts what has arrived, when what was on its way has.
 * @param settle waits for a marker sent later, or for a report on one
 * @returns all that match, oldest first
 * @throws Mismatch `not-delivered`, `delivered-too-often`; Blocked when the marker does not arrive
 */
export async function assertDelivered(
  target: Target,
  account: Account,
  sought: Sought,
  { times, time, settle }: Waiting & { times: number; settle: () => Promise<void> },
): Promise<Buffer[]> {
  await awaitDelivery(target, account, sought, { times, time });
  await settle();
  const found = await awaitDelivery(target, account, sought, { times, time });
  if (found.length === times) return found;
  throw new Mismatch(
    'delivered-too-often',
    `${account.address} has received ${sought.name} ${found.length} times, not ${times}`,
  );
}

/**
 * Looks for what must not have arrived, when what was on its way has.
 * @throws Mismatch `delivered` when it is there. @throws Blocked when the marker does not arrive.
 */
export async function assertNotDelivered(
  target: Target,
  account: Account,
  sought: Sought,
  settle: () => Promise<void>,
): Promise<void> {
  await settle();
  const { messages, unread } = await target.inbox(account, sought.sent);
  const found = messages.filter((message) => sought.matches(message));
  if (found.length > 0) {
    throw new Mismatch(
      'delivered',
      `${account.address} has received ${sought.name}, which must not arrive`,
      found[0]!.toString('latin1'),
    );
  }
  for (const { why, message } of unread) if (message === undefined || sought.matches(message)) throw why;
}
