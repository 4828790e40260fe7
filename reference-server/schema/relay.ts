/** The options of the relay. */

import { serverPlace } from '../dns/server-place';
import { isNetwork } from '../net/networks';
import type { RelayOptions, Smarthost, Timeouts } from '../relay/options';
import {
  type Check,
  type Fields,
  fitting,
  flag,
  list,
  OptionError,
  object,
  oneOf,
  text,
  upTo,
  whole,
  word,
} from './checks';

const port = whole(1, 65_535);

export const nameServer = fitting(
  'an address with a port, as 127.0.0.1:5300 or [::1]:5300',
  (value) => serverPlace(String(value)) !== undefined,
);

const network = fitting('a network, as 192.0.2.0/24 or ::1', (value) => typeof value === 'string' && isNetwork(value));

const SMARTHOST: Fields<Required<Smarthost>> = {
  host: word,
  port,
  user: text,
  password: text,
  tls: oneOf(['none', 'optional', 'required', 'verified']),
};
const smarthostShape = object(SMARTHOST, ['host', 'port']);

const smarthost: Check = (value, at) => {
  smarthostShape(value, at);
  const { user, password } = value as Smarthost;
  if ((user === undefined) !== (password === undefined))
    throw new OptionError(at, 'has a user or a password; a login needs both');
};

const TIMEOUTS: Fields<Timeouts> = {
  dns: whole(1),
  policy: upTo(1),
  connect: upTo(1),
  greeting: upTo(1),
  mail: upTo(1),
  rcpt: upTo(1),
  data: upTo(1),
  block: upTo(1),
  end: upTo(1),
  other: upTo(1),
  quit: upTo(1),
  kept: upTo(0),
};

const RELAY: Fields<Required<RelayOptions>> = {
  nameServers: list(nameServer),
  resolver: fitting(
    'a resolver',
    (value) => typeof value === 'object' && value !== null && 'mx' in value && 'addresses' in value,
  ),
  port,
  smarthost,
  authorities: text,
  dane: flag,
  mtaSts: flag,
  policyPort: port,
  networks: list(network),
  retry: whole(1),
  giveUp: whole(0),
  delayNotice: list(whole(1)),
  connections: whole(1),
  timeouts: object(TIMEOUTS),
};

export const relay: Check = object(RELAY);
