/** Sets a stage for each client: a server of all services, an account, files, a way to run programs. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../reference-server';
import { NameServer } from '../../support/outside/dns/name-server';
import { runProgram } from '../run-program';
import type { Setting } from './client';
import { MESSAGE } from './message';

const ANY = { port: 0 };

/** Calls `use` with a setting, and clears everything away afterwards. */
export async function withSetting(use: (setting: Setting) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-client-'));
  const account = { address: 'alice@example.test', password: 'correct horse' };
  const sender = { address: 'sender@example.test', password: 'battery staple', token: 'A.token~of_some-length+/42==' };
  const names = await NameServer.open({ host: '127.0.0.1', port: 0 });
  const port = await freePort();
  const server = await startServer({
    domains: ['example.test'],
    // CRAM-MD5 is offered when anybody can use it, and some clients then use nothing else.
    accounts: [
      { ...account, keepSecret: true },
      { address: sender.address, password: sender.password, keepSecret: true, tokens: [{ value: sender.token }] },
    ],
    relay: { nameServers: [`${names.host}:${names.port}`], port },
    listen: { smtp: ANY, submission: ANY, submissions: ANY, lmtp: ANY, pop3: ANY, pop3s: ANY, imap: ANY, imaps: ANY },
  });
  try {
    const file = { crlf: join(folder, 'message.eml'), lf: join(folder, 'message.lf') };
    const ca = join(folder, 'ca.pem');
    writeFileSync(file.crlf, MESSAGE);
    writeFileSync(file.lf, MESSAGE.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    writeFileSync(ca, server.ca);
    await use({
      server,
      account,
      sender,
      elsewhere: { names, port },
      folder,
      ca,
      message: MESSAGE,
      file,
      async arrive() {
        server.deposit(account.address, MESSAGE);
        return MESSAGE;
      },
      run: (...args) => runProgram(folder, ...args),
    });
  } finally {
    await server.close();
    await names.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Free on every loopback address, as far as anybody can know. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
