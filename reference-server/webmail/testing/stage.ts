/** A bundled server with a webmail, for one test. */

import type { TestContext } from 'node:test';
import type { OwnWebmailOptions, RunningServer } from '../../options';
import { startServer } from '../../server';
import { Browser } from './browser';

export interface Stage {
  readonly server: RunningServer;
  readonly log: string[];
  /** Signed in as alice. */
  readonly alice: () => Promise<Browser>;
  readonly visitor: () => Browser;
}

const free = { port: 0 };

export async function webmailStage(t: TestContext, webmail: OwnWebmailOptions = { http: free }): Promise<Stage> {
  const log: string[] = [];
  const server = await startServer({
    accounts: ['alice', 'bob'].map((name) => ({ address: `${name}@example.test`, password: `${name}-secret` })),
    listen: { smtp: free, submissions: free, imaps: free },
    webmail,
    log: (line) => log.push(line),
  });
  t.after(() => server.close());
  const visitor = () => new Browser(server.webmail.http ?? '');
  const alice = async () => {
    const browser = visitor();
    await browser.signIn('alice@example.test', 'alice-secret');
    return browser;
  };
  return { server, log, alice, visitor };
}

export function message(...lines: string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
}
