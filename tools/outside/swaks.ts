/** swaks sends to hosts that the suite plays: what it makes of their behaviour, and what they have of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorityCertificate } from '../../support/authority';
import { Scope } from '../../support/dialogue/scope';
import { MailHost } from '../../support/outside/hosts/host';
import { parseBehaviour } from '../../support/outside/hosts/parse-behaviour';
import type { HostSession } from '../../support/outside/hosts/record';
import { Transcript } from '../../support/wire/transcript';
import { runProgram } from '../run-program';
import type { Party } from './party';

interface Case {
  says: string;
  behaviour: string;
  args?: string[];
  /** Found in what swaks complains of; without it, swaks is content. */
  complains?: RegExp;
  check(session: HostSession): void;
}

const TLS = ['--tls', '--tls-verify', '--tls-ca-path', 'authority.pem', '--tls-sni', 'mx1.hosts-x.test'];

const accepted = ({ transactions: [transaction] }: HostSession) => {
  assert.ok(transaction?.accepted);
  assert.match(String(transaction.message), /^Subject: hi\r\n\r\n\.dot\r\n\.\.two\r\n/);
};

const CASES: Case[] = [
  {
    says: 'is taken from',
    behaviour: 'all',
    check: (session) => {
      accepted(session);
      assert.deepEqual(session.hello, { verb: 'EHLO', name: 'client.test' });
      assert.equal(session.transactions[0]!.reversePath, 'a@a.test');
      assert.deepEqual(
        session.transactions[0]!.recipients.map(({ path }) => path),
        ['b@b.test', 'c@b.test'],
      );
    },
  },
  { says: 'pipelines where that is offered', behaviour: 'all', args: ['--pipeline'], check: accepted },
  {
    says: 'falls back to HELO',
    behaviour: 'EHLO with 502',
    check: (session) => {
      accepted(session);
      assert.deepEqual(session.hello, { verb: 'HELO', name: 'client.test' });
    },
  },
  {
    says: 'sees that nobody is taken',
    behaviour: 'RCPT with 550 5.1.1 who is that',
    complains: /<\*\* 550 5\.1\.1 who is that/,
    check: ({ transactions: [transaction] }) => assert.equal(transaction!.message, undefined),
  },
  {
    says: 'sees that the message is not taken',
    behaviour: 'the message with 451',
    complains: /<\*\* 451/,
    check: ({ transactions: [transaction] }) => assert.equal(transaction!.accepted, false),
  },
  {
    says: 'sees that the connection is lost',
    behaviour: 'DATA with a closed connection',
    complains: /Remote host closed connection unexpectedly/,
    check: ({ endedAt }) => assert.ok(endedAt),
  },
  {
    says: 'takes a good certificate for one',
    behaviour: 'has a good certificate',
    args: TLS,
    check: (session) => {
      accepted(session);
      assert.equal(session.tls?.servername, 'mx1.hosts-x.test');
    },
  },
  {
    says: 'takes an expired certificate for none',
    behaviour: 'has an expired certificate',
    args: TLS,
    complains: /TLS startup failed/,
    check: ({ transactions }) => assert.equal(transactions.length, 0),
  },
  {
    says: 'logs in',
    behaviour: 'offers AUTH',
    args: ['--auth', 'PLAIN', '--auth-user', 'user', '--auth-password', 'secret-1'],
    check: (session) => {
      accepted(session);
      assert.equal(session.user, 'user');
    },
  },
];

export const swaks: readonly Party[] = CASES.map((one) => ({
  name: `swaks ${one.says}`,
  programs: ['swaks'],
  use: () => use(one),
}));

async function use({ behaviour, args = [], complains, check }: Case): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-swaks-'));
  const transcript = new Transcript();
  const where = { name: 'mx1.hosts-x.test', label: 'mx1', address: '127.0.0.1', port: 0 };
  const host = await MailHost.open({ ...where, transcript, scope: new Scope(), behaviour: parseBehaviour(behaviour) });
  try {
    writeFileSync(join(folder, 'authority.pem'), await authorityCertificate());
    const to = ['--server', host.address, '--port', String(host.port), '--to', 'b@b.test,c@b.test'];
    const data = ['--data', 'Subject: hi\\n\\n.dot\\n..two\\n'];
    const run = runProgram(folder, 'swaks', [...to, '--from', 'a@a.test', '--helo', 'client.test', ...data, ...args]);
    if (complains === undefined) await run;
    else await assert.rejects(run, complains);
    assert.ok(await host.until(() => host.sessions[0]?.endedAt !== undefined, 2000), 'the session did not end');
    assert.deepEqual(host.sessions[0]!.faults, []);
    check(host.sessions[0]!);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${transcript.toString()}`);
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
