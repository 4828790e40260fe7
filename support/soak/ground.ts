/** Where a play takes place: an account with an empty inbox and one more mailbox, and what the target offers there. */
import { randomBytes } from 'node:crypto';
import { NotApplicable, TargetError } from '../outcome';
import type { Endpoint } from '../targets/client/reach';
import type { Account, Login, Service, ServiceName, Target } from '../targets/target';
import { quoted } from '../wire/framing/imap-quoted';
import { ImapSession } from './imap-session';
import type { Log } from './log';
import type { Offers } from './plan';
import { Auditor, type Octets } from './snapshot';
import { type Box, FLAGS } from './step';

const PREFIX = 'mailspec-soak-';

export interface Ground {
  target: Target;
  account: Account;
  /** @see messageOf */
  play: string;
  names: Record<Box, string>;
  offers: Offers;
  octets: Octets;
  log: Log;
  auditor: Auditor;
  /** A service that POP3 is spoken to, where there is one. */
  pop3?: Endpoint;
  open(number: number): Promise<ImapSession>;
  /** Lets go of the session that looks at what there is, and of what was made. */
  close(): Promise<void>;
}

/** Empties the account's mailboxes, and makes what a play needs. @throws TargetError, Blocked where it cannot be had */
export async function prepareGround(target: Target, log: Log): Promise<Ground> {
  await target.beginScenario();
  const account = target.account('alice');
  const service = target.service('imap') ?? target.service('imaps');
  if (service === undefined) throw new NotApplicable('no-imap', 'a soak needs IMAP, which the target does not have');
  const endpoint = endpointOf(target, service);
  const login: Login = account.login(service.name);
  await target.empty(account);
  const { prefix } = await target.namespace();
  await target.removeMailboxes(account, `${prefix}${PREFIX}`);
  const play = randomBytes(4).toString('hex');
  const names = { inbox: 'INBOX', other: `${prefix}${PREFIX}${play}` };
  const session = await ImapSession.open(endpoint, login, log);
  try {
    const made = await session.command(`CREATE ${quoted(names.other)}`);
    if (made.status !== 'OK') throw new TargetError('refused', `imap answered CREATE with ${made.text}`);
    const octets: Octets = { sent: new Map(), delivered: new Map(), read: new Map() };
    const pop3 = target.service('pop3') ?? target.service('pop3s');
    return {
      target,
      account,
      play,
      names,
      offers: await offersOf(target, session),
      octets,
      log,
      auditor: new Auditor(session, names, octets, play),
      ...(pop3 === undefined ? {} : { pop3: endpointOf(target, pop3) }),
      open: (number) => ImapSession.open(endpoint, login, log, number),
      close: async () => {
        session.destroy();
        await target.removeMailboxes(account, `${prefix}${PREFIX}`);
        await target.endScenario(() => false);
      },
    };
  } catch (error) {
    session.destroy();
    throw error;
  }
}

async function offersOf(target: Target, session: ImapSession): Promise<Offers> {
  await session.command('SELECT INBOX');
  const { permanent } = session.cache;
  const has = (...names: ServiceName[]) => names.some((name) => target.service(name) !== undefined);
  return {
    uidPlus: session.has('UIDPLUS'),
    move: session.has('MOVE'),
    idle: session.has('IDLE'),
    condstore: session.has('CONDSTORE'),
    pop3: has('pop3', 'pop3s'),
    delivery: has('smtp', 'lmtp'),
    // RFC 3501 §7.1: \* lets clients make new ones.
    flags: FLAGS.filter(
      (flag) => permanent === undefined || permanent.has(flag.startsWith('$') ? '\\*' : flag.toLowerCase()),
    ),
  };
}

function endpointOf(target: Target, service: Service): Endpoint {
  return { service, tls: target.tls, timeout: target.timing.reply };
}
