/** The reference server in a process of its own. Arguments: the file for the store, or nothing for memory; then how many messages to put into inboxes, and into how many. */
import { startServer } from '../../reference-server';
import { sample } from '../load/sample';

const ANY = { port: 0 };
export const ACCOUNT = { address: 'alice@example.test', password: 'secret' };

async function main(): Promise<void> {
  const [data = '', messages = '0', accounts = '0'] = process.argv.slice(2);
  const others = Array.from({ length: Number(accounts) }, (_, n) => ({
    ...ACCOUNT,
    address: `${n}.${ACCOUNT.address}`,
  }));
  const server = await startServer({
    domains: ['example.test'],
    accounts: [ACCOUNT, ...others],
    listen: { smtp: ANY, submissions: ANY, pop3: ANY, imap: ANY, imaps: ANY },
    limits: { connections: 1000, errors: 1_000_000 },
    ...(data === '' ? {} : { data }),
  });
  for (const { address } of others) {
    for (let n = 0; n < Number(messages); n++) server.deposit(address, sample(n));
  }
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
  process.send!(server.ports);
}

if (require.main === module) void main();
