/** What a scenario's tags ask of a target, and whether the target has it. */
import { NotApplicable } from '../outcome';
import { ALIAS_KINDS, type AliasKind } from '../targets/aliases';
import { frontDoor } from '../targets/front-door';
import { isPolicy, POLICIES } from '../targets/policies';
import { SERVICES } from '../targets/services';
import type {
  AccountName,
  Capabilities,
  CapabilityState,
  Clients,
  OutsideSettings,
  Service,
  ServiceName,
  Target,
} from '../targets/target';
import { times } from '../targets/times';

/** A service that announces what is needed under TLS only: that is where it is asked for. */
type UnderTls = ServiceName | undefined;

/** What may stand behind `@needs-`, other than a service; given what follows it. */
export const NEEDS: Readonly<Record<string, (target: Target, what: string) => Promise<UnderTls> | undefined>> = {
  delivery: checkDelivery,
  clear: checkClear,
  accounts: (target, count) => {
    const enough = target.accountCount >= Number(count);
    demand(enough, 'no-accounts', `${count} accounts (it has ${target.accountCount})`);
  },
  outside: checkOutside,
  policy: checkPolicy,
  webmail: ({ webmail }) => demand(webmail !== undefined, 'no-webmail', 'a webmail (services.webmail)'),
  restart: ({ canRestart }) => demand(canRestart, 'no-restart', 'a restart by the suite'),
  unknown: ({ unknown }) =>
    demand(unknown !== undefined, 'no-unknown', 'an address without a mailbox: it is a catch-all'),
  alias: checkAlias,
  spaces: checkSpaces,
  token: (target, name) =>
    demand(target.account(name as AccountName).token !== undefined, 'no-token', tokenOf(name, 'token')),
  small: (target, what) => {
    const { password } = target.account(cut(what)[1] as AccountName).login('submission');
    demand(/[a-z]/.test(password), 'no-letters', 'a password with small letters');
  },
  expired: (target, what) => {
    const name = cut(what)[1];
    const { expiredToken } = target.account(name as AccountName);
    demand(expiredToken !== undefined, 'no-token', tokenOf(name, 'expired-token'));
  },
  limit: checkLimit,
  timing: checkTiming,
  timers: ({ mayWait }) => demand(mayWait, 'no-timers', 'minutes in which nobody says anything: --timers'),
  trusted: (target) => void sourceFor(target, 'trusted'),
  stranger: (target) => void sourceFor(target, 'stranger'),
};

/** The address that sessions come from. @throws NotApplicable where the target file says none. */
export function sourceFor({ clients }: Target, from: keyof Clients): string {
  const address = clients[from];
  demand(address !== undefined, 'no-client-address', `clients: { ${from}: ADDRESS } in the target file`);
  return address!;
}

/** The service as the target has it: a protocol that is offered on its TLS port only is reached there. */
export function serviceFor(target: Target, name: ServiceName) {
  return target.service(name) ?? target.service(`${name}s` as ServiceName);
}

/** Where users hand in what they send: the port for them, or where there is none, port 25. */
export function usersDoor(target: Target): 'submission' | 'smtp' | undefined {
  if (serviceFor(target, 'submission')) return 'submission';
  return target.service('smtp') && 'smtp';
}

/**
 * Throws NotApplicable with the first thing that the target does not offer: the `@needs-…` of features/README.md. Other tags are
 * not looked at.
 * @returns the services whose sessions begin under TLS, for what is needed is announced there and not in clear (RFC 3207 §4.2,
 * RFC 4954 §6). Not those where the scenario needs STARTTLS too: it speaks of TLS itself.
 */
export async function checkNeeds(target: Target, tags: readonly string[]): Promise<Set<ServiceName>> {
  const underTls = new Set<ServiceName>();
  for (const tag of tags) {
    const need = /^@needs-(.+)$/.exec(tag)?.[1];
    const service = need && (await checkNeed(target, need));
    if (service && !tags.some((each) => OWN_UPGRADE.test(each))) underTls.add(service);
  }
  return underTls;
}

const OWN_UPGRADE = /^@needs-\w+-(?:STARTTLS|STLS)$/;

async function checkNeed(target: Target, need: string): Promise<UnderTls> {
  const [first, what] = cut(need);
  if (isService(first)) return await checkService(target, first, what);
  const check = NEEDS[first];
  if (check === undefined)
    throw new Error(`The tag @needs-${need} is not known; features/README.md lists those that are.`);
  return await check(target, what);
}

async function checkService(target: Target, name: ServiceName, capability: string): Promise<UnderTls> {
  const service = offered(target, name);
  if (capability === '') return;
  const states: CapabilityState[] = ['greeted'];
  // Mechanisms that show the password, or need something of TLS, are announced under TLS only.
  if (service.tls === 'optional' || service.tls === 'required') states.push('tls');
  if (/^(?:imap|pop3)/.test(name)) states.push('authenticated');
  const state = await whereAnnounced(target, service.name, capability, states);
  return state === 'tls' ? service.name : undefined;
}

/** `imap-LOGINDISABLED`: as the service greets. Some announce it after login too, where it only says that there is no second one. */
async function checkClear(target: Target, need: string): Promise<undefined> {
  const [name, capability] = cut(need);
  const service = offered(target, name);
  await whereAnnounced(target, service.name, capability, ['greeted']);
}

function offered(target: Target, name: string): Service {
  const service = isService(name) ? serviceFor(target, name) : undefined;
  if (service === undefined) throw new NotApplicable('no-service', `needs the service ${name}`);
  return service;
}

/** The first of these states. One after the other: a login that fails must not stand between a scenario and what was announced before it. */
async function whereAnnounced(
  target: Target,
  name: ServiceName,
  capability: string,
  states: readonly CapabilityState[],
): Promise<CapabilityState> {
  for (const state of states) {
    const announced = await target.capabilities(name, state);
    if (capability.split('/').some((one) => announces(announced, one))) return state;
  }
  const what = capability.replaceAll('/', ' or ');
  throw new NotApplicable('no-capability', `needs ${what}, which its ${name} service does not announce`);
}

function checkDelivery(target: Target, capability: string): Promise<UnderTls> {
  const door = frontDoor(target);
  if (door === undefined) throw new NotApplicable('no-service', 'needs the service smtp or lmtp');
  return checkService(target, door, capability);
}

function cut(need: string): [first: string, rest: string] {
  const [first = '', ...rest] = need.split('-');
  return [first, rest.join('-')];
}

function isService(name: string): name is ServiceName {
  return SERVICES.some((each) => each === name);
}

/** `AUTH=PLAIN` may be announced as a keyword of its own (IMAP) or as a parameter of AUTH (SMTP) or SASL (POP3). */
function announces(capabilities: Capabilities, wanted: string): boolean {
  const [keyword = '', parameter] = wanted.toUpperCase().split('=');
  if (capabilities.has(wanted.toUpperCase())) return true;
  // `PREVIEW=`: without a parameter.
  if (parameter === '') return capabilities.get(keyword)?.length === 0;
  if (parameter === undefined) return capabilities.has(keyword);
  return (capabilities.get(keyword) ?? []).some((value) => fits(value.toUpperCase(), parameter));
}

/** `1..30000000` and `1..` are numbers from and, where it is given, to. */
function fits(value: string, wanted: string): boolean {
  const range = /^(\d+)\.\.(\d*)$/.exec(wanted);
  if (range === null) return value === wanted;
  const [, from = '', to = ''] = range;
  return /^\d+$/.test(value) && Number(value) >= Number(from) && (to === '' || Number(value) <= Number(to));
}

function tokenOf(name: string, key: string): string {
  return `a bearer token of ${name}: ${key} at the account in the target file`;
}

/** `carol`: her password has spaces. */
function checkSpaces(target: Target, name: string): undefined {
  const { password } = target.account(name as AccountName).login('pop3');
  demand(password.includes(' '), 'no-spaces', `a password with spaces in it for ${name}`);
}

/** `elsewhere`: an address of the target that leads there. */
function checkAlias(target: Target, kind: string): undefined {
  if (!Object.hasOwn(ALIAS_KINDS, kind))
    throw new Error(`The tag @needs-alias-${kind} is not known: ${Object.keys(ALIAS_KINDS).join(', ')}.`);
  const known = target.alias(kind as AliasKind) !== undefined;
  demand(
    known,
    'no-alias',
    `an alias of the kind “${kind}”: aliases in the target file (README.md says which there are)`,
  );
}

/** `errors-10`: the target bears at least ten wrong commands on a connection. */
function checkLimit(target: Target, limit: string): undefined {
  const [, name = '', count = ''] = /^(.+)-(\d+)$/.exec(limit) ?? [];
  const key = { errors: 'errors', 'bad-logins': 'badLogins', connections: 'connections' }[name] as
    | keyof Target['limits']
    | undefined;
  if (key === undefined) throw new Error(`The limit ${limit} is not known: errors-N, bad-logins-N, connections-N.`);
  demand(
    target.limits[key] >= Number(count),
    'limit-too-low',
    `limits: { ${name}: ${count} } in the target file, if the server bears so many (there it is ${target.limits[key]})`,
  );
}

/** `retry`, `give-up`, `silence`: how long they last is the server's own affair, and may be days. */
function checkTiming({ timing }: Target, what: string): undefined {
  const known = times(timing);
  if (!Object.hasOwn(known, what))
    throw new Error(`The tag @needs-timing-${what} is not known: ${Object.keys(known)}.`);
  demand(known[what as keyof typeof known] !== undefined, 'no-timing', `timing: { ${what}: TIME } in the target file`);
}

/** `spf`: what the target file lists under `policies`. */
function checkPolicy({ policies }: Target, word: string): undefined {
  if (!isPolicy(word))
    throw new Error(`The tag @needs-policy-${word} is not known: ${Object.keys(POLICIES).join(', ')}.`);
  demand(policies.includes(word), 'no-policy', `policies: [${word}] in the target file, if ${POLICIES[word]}`);
}

/** Some way out that the suite sees, and a way to hand in what is to take it; `outside-dns`: by names that the suite gives. */
async function checkOutside(target: Target, what: string): Promise<UnderTls> {
  const { outside } = target;
  demand(outside !== undefined, 'no-outside', `${LED_OUT} (docs/outside.md says how)`);
  const has = WAYS_OUT[what];
  if (has === undefined)
    throw new Error(`The tag @needs-outside-${what} is not known: ${Object.keys(WAYS_OUT).join(', ')}.`);
  demand(has(outside!), `no-${what}`, LACKS[what] ?? `${LED_OUT}, with ${what} (docs/outside.md says how)`);
  return await checkService(target, usersDoor(target) ?? 'submission', 'AUTH=PLAIN');
}

/** What may stand behind `@needs-outside-`. */
const WAYS_OUT: Readonly<Record<string, (outside: OutsideSettings) => boolean>> = {
  '': () => true,
  dns: ({ dns }) => dns !== undefined,
  self: ({ findsItself = true }) => findsItself,
  dane: ({ dns, dane = false }) => dns !== undefined && dane,
  'mta-sts': ({ dns, mtaSts = false }) => dns !== undefined && mtaSts,
  smarthost: ({ dns, smarthost }) => dns === undefined && smarthost !== undefined,
};

/** What is said of those that are no way. */
const LACKS: Readonly<Record<string, string>> = {
  self: 'a target that looks for itself among the hosts of a domain: outside in the target file says finds-itself: false',
};

const LED_OUT = 'a target that is led to the suite for the rest of the Internet: outside in the target file';

function demand(holds: boolean, code: string, what: string): undefined {
  if (!holds) throw new NotApplicable(code, `needs ${what}`);
}
