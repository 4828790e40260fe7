/** What comes to the hosts that the suite plays: waited for, while the target's time passes. */
import { Mismatch } from '../outcome';
import type { MailHost } from '../outside/hosts/host';
import type { HostSession } from '../outside/hosts/record';
import type { HostLabel } from '../outside/names';
import { awaitOutside } from './await-outside';
import { comesBack } from './comes-back';
import type { Sought } from './delivery';
import { type Arrival, arrivals } from './host-mail';
import { settleOutside, settleReports } from './markers';
import { checkSameBody } from './received';
import type { Stage } from './stage';

/** Milliseconds without a word, after which a session that is still open is at rest: a client may keep it for what comes next. */
const REST = 500;

/** The host has taken this; a message that the scenario defined has its body as it was. */
export async function assertTaken(stage: Stage, label: HostLabel, sought: Sought): Promise<void> {
  look(stage, sought, await awaitArrival(stage, label, sought));
}

/** So many times, when a marker that was sent later has come. */
export async function assertTakenTimes(stage: Stage, label: HostLabel, sought: Sought, times: number): Promise<void> {
  if (times > 0) look(stage, sought, await awaitArrival(stage, label, sought));
  if (times > 1) await awaitArrival(stage, label, sought, times).catch(() => undefined);
  if (sought.automatic) await settleReports(stage);
  await settleOutside(stage);
  const found = arrivals(await hostOf(stage, label), sought).length;
  if (found === times) return;
  throw new Mismatch('taken-otherwise', `${label} has taken ${sought.name} ${found} times, not ${times}`);
}

/** @param number of the transaction at this host, from 1 */
export async function assertTakenIn(stage: Stage, label: HostLabel, sought: Sought, number: number): Promise<void> {
  const arrival = await awaitArrival(stage, label, sought);
  look(stage, sought, arrival);
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
  await settleOutside(stage);
  const { sessions } = await hostOf(stage, label);
  if (sessions.length === 0) return;
  throw new Mismatch('called', `${label} was called ${sessions.length} times, and should not have been`);
}

/** Of what clients did there that they must not do, nothing belongs to a requirement of the scenario. */
export async function assertNoComplaint(stage: Stage, label: HostLabel): Promise<void> {
  await awaitSession(stage, label);
  const { sessions } = await hostOf(stage, label);
  await atRest(stage, sessions);
  const found = sessions.flatMap(({ faults }) => faults).filter(({ requirement }) => stage.isAbout(requirement));
  if (found.length === 0) return;
  const all = found.map(({ requirement, what, line }) => `${requirement}: ${what}${line === '' ? '' : `: ${line}`}`);
  throw new Mismatch('client-fault', `${label} complains: ${found[0]!.what}`, all.join('\n'));
}

/** How a client parts belongs to it: each session has ended, or nothing has been said for a while. */
async function atRest(stage: Stage, sessions: readonly HostSession[]): Promise<void> {
  let [said, since] = [-1, 0];
  const rest = () => {
    const now = sessions.flatMap(({ commands }) => commands).length;
    if (now !== said) [said, since] = [now, performance.now()];
    const ended = sessions.every(({ endedAt }) => endedAt !== undefined);
    return ended || performance.now() - since > REST || undefined;
  };
  await awaitOutside(stage, rest, 'the sessions have not come to rest').catch(() => undefined);
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

/** @param nth of those that the host has taken */
async function awaitArrival(stage: Stage, label: HostLabel, sought: Sought, nth = 1): Promise<Arrival> {
  const host = await hostOf(stage, label);
  const arrived = () => {
    if (host.played && host.mismatch) throw host.mismatch;
    return arrivals(host, sought)[nth - 1];
  };
  const missing = `${label} has not taken ${sought.name}`;
  const { delivery, giveUp = 0 } = stage.target.timing;
  if (sought.automatic) return await awaitOutside(stage, arrived, missing, { patience: delivery + giveUp });
  return await awaitOutside(stage, arrived, missing, { isOver: comesBack(stage, sought) });
}

/** What is asked of the received message afterwards is asked of this one. */
function look(stage: Stage, { sent }: Sought, { message }: Arrival): void {
  stage.received = message;
  if (sent) checkSameBody(message, sent);
}
