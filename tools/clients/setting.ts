/** Sets a stage for each client: a server of all services, an account, files, a way to run programs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../reference-server';
import { runProgram } from '../run-program';
import type { Setting } from './client';
import { MESSAGE } from './message';

const ANY = { port: 0 };

/** Calls `use` with a setting, and clears everything away afterwards. */
export async function withSetting(use: (setting: Setting) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-client-'));
  const account = { address: 'alice@example.test', password: 'correct horse' };
  const sender = { address: 'sender@example.test', password: 'battery staple', token: 'A.token~of_some-length+/42==' };
  const server = await startServer({
    domains: ['example.test'],
    // CRAM-MD5 is offered when anybody can use it, and some clients then use nothing else.
    accounts: [
      { ...account, keepSecret: true },
      { address: sender.address, password: sender.password, keepSecret: true, tokens: [{ value: sender.token }] },
    ],
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
    rmSync(folder, { recursive: true, force: true });
  }
}
