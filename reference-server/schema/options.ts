/** What `startServer` takes, option by option; what is not here is an error that names it. */

import type { AccountOptions } from '../auth/authenticator';
import type { TokenOptions } from '../auth/tokens';
import type { FaultRule } from '../faults/faults';
import type { Limits } from '../limits';
import type { ListenOptions, OwnWebmailOptions, ServerOptions } from '../options';
import { PROFILES } from '../profiles';
import type { ProtocolSeams } from '../protocol-seams';
import { PROTOCOLS } from '../protocols';
import { type Protocol, SERVICES } from '../services';
import { SENDER_POLICIES } from '../smtp/submission/senders';
import type { Strength } from '../tls/context';
import type { WebmailLimits } from '../webmail/options';
import {
  address,
  type Check,
  callback,
  type Fields,
  fitting,
  flag,
  list,
  OptionError,
  object,
  oneOf,
  record,
  text,
  upTo,
  whole,
  word,
} from './checks';
import { policies } from './policies';
import { relay } from './relay';

const TOKEN: Fields<TokenOptions> = { value: word, expires: whole(0) };
const ACCOUNT: Fields<AccountOptions> = {
  address,
  password: text,
  keepSecret: flag,
  tokens: list(object(TOKEN, ['value'])),
};
const account = object(ACCOUNT, ['address', 'password']);

const oneOrMore: Check = (value, at) => (Array.isArray(value) ? list(address)(value, at) : address(value, at));
const aliases = record(address, oneOrMore);

const rights = fitting('rights of RFC 4314', (value) => typeof value === 'string' && /^[lrswipkxteacd]*$/.test(value));
const shared = record(
  fitting('the name of a mailbox', (value) => typeof value === 'string' && /^[^/\x00-\x1f%*]+$/.test(value)),
  record(word, rights),
);

const LIMITS: Fields<Limits> = {
  messageSize: whole(1),
  recipients: whole(1),
  quota: upTo(0),
  errors: upTo(1),
  badLogins: upTo(1),
  connections: upTo(1),
  idle: upTo(1),
  loginDelay: upTo(0),
};

const STRENGTH: Fields<Strength> = { oldest: oneOf(['TLSv1.2', 'TLSv1.3']), suites: word };

const pem = fitting('PEM', (value) => typeof value === 'string' && value.includes('-----BEGIN '));

const port = object({ port: whole(0, 65_535), host: word }, ['port']);
const LISTEN = Object.fromEntries(Object.keys(SERVICES).map((name) => [name, port])) as Fields<ListenOptions>;

const guests = list(fitting('an object', (value) => typeof value === 'object' && value !== null));
const SEAMS: Fields<ProtocolSeams> = {
  smtp: guests,
  lmtp: guests,
  pop3: guests,
  imap: guests,
  relay: guests,
  unwanted: guests,
  webmail: guests,
};

const FAULT: Fields<FaultRule> = {
  protocol: oneOf(Object.keys(PROTOCOLS)),
  command: text,
  condition: text,
  reply: text,
  delay: upTo(0),
  drop: flag,
  truncate: whole(0),
  times: whole(1),
};
const ruleShape = object(FAULT, ['protocol', 'command']);

const faultRule: Check = (value, at) => {
  ruleShape(value, at);
  const { protocol, command, reply } = value as FaultRule;
  const { commands, isReply } = PROTOCOLS[protocol];
  if (command !== '*' && !commands.has(command)) throw new OptionError(`${at}.command`, noCommand(protocol, command));
  if (reply !== undefined && !isReply(reply))
    throw new OptionError(`${at}.reply`, `is ${JSON.stringify(reply)}, which is no reply of ${protocol}`);
};

function noCommand(protocol: Protocol, command: string): string {
  const { commands } = PROTOCOLS[protocol];
  const upper = command.toUpperCase();
  const hint = commands.has(upper) ? `write ${upper}` : `there are ${[...commands].sort().join(', ')}, and * for any`;
  return `is ${JSON.stringify(command)}, which ${protocol} does not know; ${hint}`;
}

const WEBMAIL_LIMITS: Fields<WebmailLimits> = {
  idle: whole(1),
  session: whole(1),
  sessions: whole(1),
  failures: whole(1),
  upload: whole(1),
  form: whole(1),
  shown: whole(1),
  patience: whole(1),
};
const WEBMAIL: Fields<OwnWebmailOptions> = { http: port, https: port, name: text, limits: object(WEBMAIL_LIMITS) };

const OPTIONS: Fields<Required<ServerOptions>> = {
  hostname: word,
  domains: list(word),
  accounts: (value, at) => {
    list(account)(value, at);
    noneTwice(value as AccountOptions[], at);
  },
  aliases,
  shared,
  listen: object(LISTEN),
  data: fitting('the name of a file', (value) => typeof value === 'string' && value !== ''),
  control: flag,
  profile: oneOf(Object.keys(PROFILES)),
  seams: object(SEAMS),
  faults: list(faultRule),
  limits: object(LIMITS),
  tls: oneOf(['none', 'optional', 'required']),
  tlsStrength: object(STRENGTH),
  tlsNames: list(word),
  tlsCredentials: object({ cert: pem, key: pem }, ['cert', 'key']),
  submission: object({ senders: oneOf(SENDER_POLICIES) }),
  relay,
  policies,
  webmail: object(WEBMAIL),
  clock: fitting(
    'a clock',
    (value) => typeof value === 'object' && value !== null && 'now' in value && 'after' in value,
  ),
  random: callback,
  log: callback,
};

function noneTwice(accounts: readonly AccountOptions[], at: string): void {
  const seen = new Set<string>();
  for (const [i, { address: given }] of accounts.entries()) {
    const name = given.toLowerCase();
    if (seen.has(name)) throw new OptionError(`${at}[${i}].address`, `is ${given}, which another account has`);
    seen.add(name);
  }
}

const options = object(OPTIONS);

/** Throws an OptionError. */
export function checkOptions(given: unknown): void {
  options(given, '');
}

/** Throws an OptionError. */
export function checkAccount(given: unknown): void {
  account(given, 'account');
}

/** Throws an OptionError. */
export function checkAliases(given: unknown): void {
  aliases(given, 'aliases');
}

/** Throws an OptionError. */
export function checkFault(given: unknown): void {
  faultRule(given, 'fault');
}
