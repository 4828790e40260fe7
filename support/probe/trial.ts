/**
 * What a run stands on, tried once: each service greets, accounts log in, a message goes in, is read and taken out again, the webmail lets them in. It judges nothing;
 * what does not work is a setback, and how long what works took tells how slow the server is.
 */
import { Mismatch, NotApplicable, OutcomeError } from '../outcome';
import { anyMessage } from '../scenario/any-message';
import { awaitDelivery, sameSubject } from '../scenario/delivery';
import { ImapClient } from '../targets/client/imap-client';
import { Pop3Client } from '../targets/client/pop3-client';
import { SERVICES } from '../targets/services';
import type { Account, Login, Service, ServiceName, Target } from '../targets/target';
import { webmailAt } from '../webmail/adapters';
import { Browser } from '../webmail/browser';
import { Transcript } from '../wire/transcript';
import { Conversation } from './conversation';

export interface Took {
  what: string;
  milliseconds: number;
}

/** What did not work, and in which of the things that were tried. */
export interface Setback {
  at: 'greeting' | 'login' | 'reading' | 'sending' | 'arrival' | 'removal' | 'webmail';
  service?: Service;
  account?: Account;
  why: OutcomeError;
}

export interface TrialOptions {
  /** The accounts that are to log in, each at every service that lets somebody read mail. */
  accounts: readonly Account[];
  /** Also with a wrong password: some servers are slow to refuse it. */
  refused: boolean;
  /** Mail may be left behind, and is sent. */
  mayMail: boolean;
  /** Nothing more is tried where something has not worked. */
  strict: boolean;
}

export interface Tried {
  replies: Took[];
  delivery?: Took;
  setbacks: Setback[];
}

const READ: readonly (readonly [ServiceName, ServiceName])[] = [
  ['imap', 'imaps'],
  ['pop3', 'pop3s'],
];

export async function tryOut(target: Target, options: TrialOptions): Promise<Tried> {
  const { accounts, refused, mayMail, strict } = options;
  const tried: Tried = { replies: [], setbacks: [] };
  const services = SERVICES.flatMap((name) => target.service(name) ?? []);
  await Promise.all(services.map((service) => greet(target, service, tried)));
  const readable = READ.flatMap(
    ([clear, tls]) => services.find(({ name }) => name === clear) ?? services.find(({ name }) => name === tls) ?? [],
  );
  const [first] = readable;
  if (strict && tried.setbacks.length > 0) return tried;
  if (refused && first && accounts[0]) await refuse(target, first, accounts[0].login(first.name), tried);
  for (const service of strict ? readable : readable.slice(0, 1)) {
    for (const account of accounts) await enter(target, service, account, tried);
  }
  if (strict && tried.setbacks.length > 0) return tried;
  if (mayMail && accounts[0]) await mail(target, accounts[0], tried);
  if (strict) for (const account of accounts) await visit(target, account, tried);
  return tried;
}

async function greet(target: Target, service: Service, tried: Tried): Promise<void> {
  const took = await timed(async () => (await Conversation.open(target, service.name)).conversation.close());
  if (took instanceof OutcomeError) notice(tried, { at: 'greeting', service, why: took });
  else tried.replies.push({ what: `the greeting of ${service.name}`, milliseconds: took });
}

async function refuse(target: Target, service: Service, right: Login, tried: Tried): Promise<void> {
  const began = performance.now();
  const took = await timed(() => logIn(target, service, { ...right, password: `not-${right.password}` }));
  const isRefused = took instanceof OutcomeError && took.code === 'login-refused';
  if (took instanceof OutcomeError && !isRefused) return;
  tried.replies.push({
    what: `a login to ${service.name} that was refused`,
    milliseconds: isRefused ? performance.now() - began : (took as number),
  });
}

async function enter(target: Target, service: Service, account: Account, tried: Tried): Promise<void> {
  const took = await timed(() => logIn(target, service, account.login(service.name)));
  if (took instanceof OutcomeError) notice(tried, { at: 'login', service, account, why: took });
  else tried.replies.push({ what: `a login to ${service.name}`, milliseconds: took });
}

async function logIn(target: Target, service: Service, login: Login): Promise<void> {
  const endpoint = { service, tls: target.tls, timeout: target.timing.reply };
  if (service.name.startsWith('imap')) await (await ImapClient.login(endpoint, login)).logout();
  else await (await Pop3Client.login(endpoint, login)).quit();
}

/** Where nobody can look, nothing is sent. */
async function mail(target: Target, account: Account, tried: Tried): Promise<void> {
  const message = anyMessage({ name: 'trial', id: Date.now().toString(36), sender: target.sender });
  let at: Setback['at'] = 'reading';
  const looked = await timed(async () => void (await target.inbox(account)));
  const took =
    looked instanceof OutcomeError
      ? looked
      : await timed(async () => {
          at = 'sending';
          await target.send({ from: target.sender, to: [account.address] }, message);
          at = 'arrival';
          await awaitDelivery(target, account, sameSubject('that was sent to try it', message));
        });
  if (took instanceof OutcomeError) notice(tried, { at, account, why: took });
  else tried.delivery = { what: 'a delivery', milliseconds: took };
  if (at === 'reading') return;
  const emptied = await timed(() => target.empty(account));
  if (emptied instanceof OutcomeError) notice(tried, { at: 'removal', account, why: emptied });
}

async function visit(target: Target, account: Account, tried: Tried): Promise<void> {
  const { webmail, tls, timing } = target;
  if (webmail === undefined) return;
  const { url, adapter } = webmail;
  const { user, password } = account.login('imap');
  const browser = new Browser({ name: 'trial', url, tls, timeout: timing.reply, transcript: new Transcript() });
  const took = await timed(async () => {
    const isIn = await webmailAt(browser, adapter).signIn(user, password);
    if (!isIn) throw new Mismatch('not-let-in', 'it shows the way in again');
  });
  await browser.close();
  if (took instanceof OutcomeError) notice(tried, { at: 'webmail', account, why: took });
}

/** A way that the target file does not give is none that fails; who is put off may come again (RFC 6647 §2). */
function notice(tried: Tried, setback: Setback): void {
  const isPutOff = setback.at === 'sending' && / with 4\d\d /.test(setback.why.reason);
  if (!(setback.why instanceof NotApplicable) && !isPutOff) tried.setbacks.push(setback);
}

/** How many milliseconds it took; what stood in its way. */
async function timed(act: () => Promise<void>): Promise<number | OutcomeError> {
  const began = performance.now();
  try {
    await act();
    return performance.now() - began;
  } catch (error) {
    if (error instanceof OutcomeError) return error;
    throw error;
  }
}
