/** What comes to the hosts that the suite plays: waited for, while the target's time passes. */
import { setTimeout as wait } from 'node:timers/promises';
import { bringAbout } from '../bring-about';
import { Mismatch } from '../outcome';
import type { MailHost } from '../outside/hosts/host';
import type { HostSession } from '../outside/hosts/record';
import type { HostLabel } from '../outside/names';
import { awaitOutside, PAUSE, RETRIES } from './await-outside';
import { type Sought, sameSubject } from './delivery';
import { withCrlf } from './message';
import { namedMessage, soughtMessage } from './named-messages';
import { checkSameBody } from './received';
import type { Stage } from './stage';
import { submit } from './submit';

/** A message as a host has taken it. */
interface Arrival {
  /** Of the transaction at this host, from 1, all sessions together: a client may try again in a session that it has kept (RFC 5321 §3.3). */
  number: number;
  message: Buffer;
}

/** The host has taken the message; one that the scenario defined has its body as it was. */
export async function assertTaken(stage: Stage, label: HostLabel, written: string): Promise<void> {
  const sought = soughtMessage(stage, written);
  const arrival = await awaitArrival(stage, label, sought);
  look(stage, written, arrival);
}

/** So many times, when a marker that was sent later has come. */
export async function assertTakenTimes(stage: Stage, label: HostLabel, written: string, times: number): Promise<void> {
  const sought = soughtMessage(stage, written);
  if (times > 0) look(stage, written, await awaitArrival(stage, label, sought));
  await settle(stage);
  const found = arrivals(await hostOf(stage, label), sought).length;
  if (found === times) return;
  throw new Mismatch('taken-otherwise', `${label} has taken ${sought.name} ${found} times, not ${times}`);
}

/** @param number of the transaction at this host, from 1 */
export async function assertTakenIn(stage: Stage, label: HostLabel, written: string, number: number): Promise<void> {
  const sought = soughtMessage(stage, written);
  const arrival = await awaitArrival(stage, label, sought);
  look(stage, written, arrival);
  if (arrival.number === number) return;
  throw new Mismatch(
    'another-transaction',
    `${label} has taken ${sought.name} in transaction ${arrival.number}, not in transaction ${number}`,
  );
}

/** The first session at one host began before the first at the other. */
export async function assertOrder(stage: Stage, first: HostLabel, second: HostLabel): Promise<void> {
  const [a, b] = [await awaitSession(stage, first), await awaitSession(stage, second)];
  if (a.startedAt < b.startedAt) return;
  throw new Mismatch('wrong-order', `${second} was called before ${first}`);
}

/** Nobody has called it, when a marker that was sent later has come. */
export async function assertNotCalled(stage: Stage, label: HostLabel): Promise<void> {
  await settle(stage);
  const { sessions } = await hostOf(stage, label);
  if (sessions.length === 0) return;
  throw new Mismatch('called', `${label} was called ${sessions.length} times, and should not have been`);
}

/** The dialogue that the scenario wrote for the host was played to its end. */
export async function assertFollowed(stage: Stage, label: HostLabel): Promise<void> {
  const host = await hostOf(stage, label);
  await awaitOutside(stage, () => host.played || undefined, `${label} was not spoken to`).catch((late) => {
    throw host.mismatch ?? late;
  });
  if (host.mismatch) throw host.mismatch;
}

/** The target has asked for records of this type under a name. */
export async function assertAsked(stage: Stage, type: string, name: string): Promise<void> {
  const world = await stage.elsewhere();
  const whole = stage.scope.expand(name).toString();
  await awaitOutside(
    stage,
    () => world.asked(type, whole) || undefined,
    `nobody asked the name server for ${type} of ${whole}`,
  );
}

async function hostOf(stage: Stage, label: HostLabel): Promise<MailHost> {
  const world = await stage.elsewhere();
  return await world.host(label);
}

async function awaitSession(stage: Stage, label: HostLabel): Promise<HostSession> {
  const host = await hostOf(stage, label);
  return await awaitOutside(stage, () => host.sessions[0], `${label} was not called`);
}

async function awaitArrival(stage: Stage, label: HostLabel, sought: Sought): Promise<Arrival> {
  const host = await hostOf(stage, label);
  const arrived = () => {
    if (host.played && host.mismatch) throw host.mismatch;
    return arrivals(host, sought)[0];
  };
  return await awaitOutside(stage, arrived, `${label} has not taken ${sought.name}`);
}

function arrivals({ sessions }: MailHost, sought: Sought): Arrival[] {
  return sessions
    .flatMap(({ transactions }) => transactions)
    .flatMap(({ accepted, message }, n) =>
      accepted && message && sought.matches(message) ? [{ number: n + 1, message }] : [],
    );
}

/** What is asked of the received message afterwards is asked of this one. */
function look(stage: Stage, written: string, { message }: Arrival): void {
  stage.received = message;
  if (!written.startsWith('"')) checkSameBody(message, namedMessage(stage, written));
}

/** A scenario may need several. */
let markers = 0;

/** Submits a marker and waits for it: what was to be handed on before it was, or is not. @throws Blocked when it does not come */
async function settle(stage: Stage): Promise<void> {
  // What is only put off, a second copy too, would come behind the marker.
  for (let brought = 0; brought < RETRIES; await wait(PAUSE)) {
    const time = await stage.target.bringForward();
    if (time === 'nothing') break;
    if (time === 'brought') brought++;
  }
  const world = await stage.elsewhere();
  const host = await world.marker();
  const subject = `marker ${stage.id}-${++markers}`;
  const text = `From: <\${alice}>\nSubject: ${subject}\nDate: Tue, 5 Mar 2019 10:00:00 +0000\n\nWhat was sent before this is there, or does not come.\n`;
  const marker = withCrlf(stage.scope.expand(text).toString());
  await submit(stage, marker, `someone@${world.markerDomain}`);
  const sought = sameSubject('marker', marker);
  await bringAbout('a message that was submitted after it', () =>
    awaitOutside(stage, () => arrivals(host, sought)[0], `the host of ${world.markerDomain} has not taken it`),
  );
}
