import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../assemble';
import { PARSER } from '../mime/parser';
import type { Connection } from '../net/connection';
import type { ServerOptions } from '../options';
import { startServer } from '../server';
import { talk as say } from '../testing/talk';
import { viewsOf } from '../views';
import { logIn } from './authentication';
import { LITERALS } from './literals';
import type { ImapSeams } from './seams';
import { ImapService } from './service';
import { Session } from './session';

const ALICE = { address: 'alice@example.test', password: 'secret' };

/** Says all of this to a server of its own and gives everything that is answered. */
async function talk(options: ServerOptions, ...lines: string[]): Promise<string> {
  const server = await startServer({ accounts: [ALICE], tls: 'none', listen: { imap: { port: 0 } }, ...options });
  const answer = await say(server.ports.imap!, ...lines);
  await server.close();
  return answer;
}

test('without guests there is no seam, and every part is the right one', async () => {
  const context = await assemble({ tls: 'none', accounts: [ALICE] });
  try {
    const service = new ImapService(viewsOf(context).imap);
    assert.deepEqual(service.seams, {});
    assert.equal(service.context, context);
    assert.equal(service.parser, PARSER);
    assert.equal(service.literals, LITERALS);
    const session = new Session(service, {} as Connection);
    logIn(session, context.auth.find(ALICE.address)!);
    const account = session.account!;
    session.selected = account.open(account.find('INBOX')!, { readOnly: false });
    for (const part of [account, session.selected]) {
      const right = Object.getPrototypeOf(part);
      assert.deepEqual(
        Object.keys(part).filter((name) => name in right),
        [],
      );
    }
    session.deselect();
  } finally {
    context.store.close();
  }
});

test('a guest stands around the session, its octets, its commands and its responses', async () => {
  const seen: string[] = [];
  const guest: ImapSeams = {
    async session(_session, next) {
      seen.push('begins');
      await next();
      seen.push('ends');
    },
    read: () => (octets, want) => {
      if (octets.length > 0) seen.push(`${want} ${octets.toString().trimEnd()}`);
      return octets;
    },
    async around(_session, { name, sentName }, next) {
      seen.push(`${name} as ${sentName}`);
      const done = await next();
      return name === 'NOOP' ? undefined : done;
    },
    out: (response, _session, command) => `${response.trimEnd()} (${command?.name})\r\n`,
    write: (octets) => octets.toString().replace('BYE', 'bye'),
  };
  const answer = await talk({ seams: { imap: [guest] } }, 'a1 noop', 'a2 Logout');
  assert.deepEqual(seen, [
    'begins',
    'GREETING as GREETING',
    'line a1 noop',
    'NOOP as noop',
    'line a2 Logout',
    'LOGOUT as Logout',
    'ends',
  ]);
  assert.match(answer, /^\* OK \[CAP.* \(GREETING\)\r\n\* bye .* \(LOGOUT\)\r\na2 OK LOGOUT completed \(LOGOUT\)\r\n$/);
});

test('what is asked of a command may be edited before it is read', async () => {
  const guest: ImapSeams = {
    around(_session, { name, raw }, next) {
      if (name === 'LOGIN') raw.segments[0] = raw.segments[0]!.replace(/\S+$/, 'secret');
      return next();
    },
  };
  assert.match(
    await talk({ seams: { imap: [guest] } }, 'a1 LOGIN alice@example.test wrong', 'a2 LOGOUT'),
    /\r\na1 OK /,
  );
});

test('a fault stands outside all guests, and a truncated answer ends the session', async () => {
  const guest: ImapSeams = {
    around: (_session, { name }, next) => (name === 'LOGOUT' ? next() : Promise.resolve({ text: 'from the guest' })),
  };
  const seams = { imap: [guest] };
  const noop = { protocol: 'imap', command: 'NOOP' } as const;
  const later = { ...noop, reply: 'NO [UNAVAILABLE] later', times: 1 };
  assert.match(
    await talk({ seams, faults: [later] }, 'a1 NOOP', 'a2 NOOP', 'a3 LOGOUT'),
    /\r\na1 NO \[UNAVAILABLE\] later\r\na2 OK from the guest\r\n\* BYE/,
  );
  assert.match(await talk({ seams, faults: [{ ...noop, truncate: 5 }] }, 'a1 NOOP', 'a2 NOOP'), /\r\na1 OK$/);
  const bye = { protocol: 'imap', command: 'GREETING', reply: 'BYE not now' } as const;
  assert.equal(await talk({ faults: [bye] }, 'a1 NOOP'), '* BYE not now\r\n');
});
