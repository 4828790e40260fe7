/** Our server on disk, and Dovecot where it can be had: the same work for both, in turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { perSecond } from './load/at-once';
import { ImapLoad } from './load/imap-client';
import { type Started, startScript } from './servers/child';
import { ACCOUNT } from './servers/ours';
import { startOther } from './servers/preset';

export interface Place {
  name: string;
  port: number;
  user: string;
  password: string;
}

/** Calls `use` with ours and Dovecot, and ends both afterwards. */
export async function besideDovecot(use: (places: readonly Place[]) => Promise<string[]>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const started: Started[] = [];
  try {
    const ours = await startScript(require.resolve('./servers/ours'), [join(folder, 'mail.sqlite')]);
    started.push(ours);
    const places: Place[] = [
      { name: 'reference server, on disk', port: ours.ports.imap!, user: ACCOUNT.address, password: ACCOUNT.password },
    ];
    const dovecot = await startOther('dovecot');
    if (dovecot !== undefined) {
      started.push(dovecot);
      places.push({ name: 'Dovecot', port: dovecot.ports.imap!, ...dovecot.accounts[0]! });
    }
    return await use(places);
  } finally {
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Work {
  /** How often a round does it, all connections together. */
  times: number;
  act(client: ImapLoad, n: number): Promise<unknown>;
}

/** A round over so many connections, on which this was said before. */
export async function playRound(
  { port, user, password }: Place,
  { times, act }: Work,
  connections: number,
  before: readonly string[],
): Promise<number> {
  const open = async () => {
    const client = await ImapLoad.login(port, user, password);
    for (const line of before) await client.command(line);
    return client;
  };
  return perSecond({ connections, times }, open, async (client, n) => void (await act(client, n)));
}
