/**
 * How long a server takes for what no RFC bounds: to greet (RFC 5321 §4.5.3.2.1 has a client wait five minutes), to refuse a password, to put
 * a message into its mailbox. Found out before a run, whose bounds are raised to fit.
 */
import { OutcomeError } from '../outcome';
import { anyMessage } from '../scenario/any-message';
import { awaitDelivery, sameSubject } from '../scenario/delivery';
import { ImapClient } from '../targets/client/imap-client';
import { Pop3Client } from '../targets/client/pop3-client';
import type { FileDescription, TargetDescription } from '../targets/description';
import { openTarget } from '../targets/open';
import { SERVICES } from '../targets/services';
import type { Login, ServiceName, Target, Timing } from '../targets/target';
import { Conversation } from './conversation';

/** Under load the same takes longer. */
const ROOM = 3;
/** How far a bound is raised where the target file does not say, in times of it. */
const AT_MOST = { reply: 4, delivery: 3 };

interface Took {
  what: string;
  milliseconds: number;
}

/**
 * @param say told of a bound that is raised, with the key that says how far
 * @returns the description with timing that fits; as it was where the target is fast, or cannot be tried
 */
export async function atItsPace(
  description: TargetDescription,
  say: (line: string) => void,
): Promise<TargetDescription> {
  if (description.kind !== 'file') return description;
  const { timing } = description.settings;
  const most = mostOf(timing);
  const target = await openTarget(withTiming(description, { ...timing, ...most }), { seed: 1, wipe: false });
  try {
    const raised = { ...timing };
    for (const [key, slowest] of [
      ['reply', await slowestReply(target)],
      ['delivery', await delivery(target, description.settings.disposable)],
    ] as const) {
      if (slowest === undefined || ROOM * slowest.milliseconds <= timing[key]) continue;
      raised[key] = Math.min(most[key], Math.ceil((ROOM * slowest.milliseconds) / 1000) * 1000);
      say(raisedText(key, slowest, raised[key], most[key]));
    }
    return withTiming(description, raised);
  } finally {
    await target.close();
  }
}

function mostOf({ reply, delivery, replyAtMost, deliveryAtMost }: Timing) {
  return {
    reply: Math.max(reply, replyAtMost ?? AT_MOST.reply * reply),
    delivery: Math.max(delivery, deliveryAtMost ?? AT_MOST.delivery * delivery),
  };
}

function raisedText(key: string, { what, milliseconds }: Took, to: number, most: number): string {
  return `${what} took ${(milliseconds / 1000).toFixed(1)} s: timing.${key} is ${to} ms in this run (timing.${key}-at-most: ${most} ms)`;
}

/** The profiles are the same system. */
function withTiming(description: FileDescription, timing: Timing): FileDescription {
  const { settings, profiles } = description;
  const slower = (other: Timing) => ({
    ...other,
    reply: Math.max(other.reply, timing.reply),
    delivery: Math.max(other.delivery, timing.delivery),
  });
  return {
    ...description,
    settings: { ...settings, timing },
    profiles: Object.fromEntries(
      Object.entries(profiles).map(([name, profile]) => [name, withTiming(profile, slower(profile.settings.timing))]),
    ),
  };
}

async function slowestReply(target: Target): Promise<Took | undefined> {
  const greetings = await Promise.all(SERVICES.map((name) => greeting(target, name)));
  return [...greetings, ...(await logins(target))].reduce(slower, undefined);
}

function slower(one: Took | undefined, other: Took | undefined): Took | undefined {
  return one === undefined || (other !== undefined && other.milliseconds > one.milliseconds) ? other : one;
}

async function greeting(target: Target, name: ServiceName): Promise<Took | undefined> {
  if (target.service(name) === undefined) return undefined;
  return await tried(`the greeting of ${name}`, async () =>
    (await Conversation.open(target, name)).conversation.close(),
  );
}

/** One that is refused, then the right one: some servers delay both, and count the refusals until one succeeds. */
async function logins(target: Target): Promise<(Took | undefined)[]> {
  const name = (['imap', 'imaps', 'pop3', 'pop3s'] as const).find((each) => target.service(each) !== undefined);
  if (name === undefined) return [];
  const right = target.account('alice').login(name);
  const wrong = { ...right, password: `not-${right.password}` };
  return [
    await tried(`a login to ${name} that was refused`, () => logIn(target, name, wrong), 'login-refused'),
    await tried(`a login to ${name}`, () => logIn(target, name, right)),
  ];
}

async function logIn(target: Target, name: ServiceName, login: Login): Promise<void> {
  const endpoint = { service: target.service(name)!, tls: target.tls, timeout: target.timing.reply };
  if (name.startsWith('imap')) await (await ImapClient.login(endpoint, login)).logout();
  else await (await Pop3Client.login(endpoint, login)).quit();
}

/** Mail stays behind: only where the accounts are for that. */
async function delivery(target: Target, disposable: boolean): Promise<Took | undefined> {
  if (!disposable) return undefined;
  const account = target.account('alice');
  const message = anyMessage({ name: 'pace', id: Date.now().toString(36), sender: target.sender });
  // Where nobody can look, nothing is sent.
  if ((await tried('', async () => void (await target.inbox(account)))) === undefined) return undefined;
  const took = await tried('a delivery', async () => {
    await target.send({ from: target.sender, to: [account.address] }, message);
    await awaitDelivery(target, account, sameSubject('pace', message));
  });
  await target.empty(account).catch(ignored);
  return took;
}

/** What does not work at all is for the scenarios to judge: nothing is raised for it. @param refused an outcome that is awaited */
async function tried(what: string, act: () => Promise<void>, refused?: string): Promise<Took | undefined> {
  const began = performance.now();
  try {
    await act();
  } catch (error) {
    ignored(error);
    if ((error as OutcomeError).code !== refused) return undefined;
  }
  return { what, milliseconds: performance.now() - began };
}

function ignored(error: unknown): void {
  if (!(error instanceof OutcomeError)) throw error;
}
