/** A client that keeps what it has seen, and asks for what it has missed (RFC 7162 §3.2). */
import assert from 'node:assert/strict';
import { ImapFlow } from 'imapflow';
import type { Client, Setting } from './client';

/** What it was told to be gone: a UID, and whether it went while the client was away. */
type Gone = [uid: number | undefined, earlier: boolean | undefined];

export const resyncClients: Client[] = [
  {
    name: 'imapflow comes back by QRESYNC, and is told what has changed and gone',
    async use(setting) {
      for (let n = 0; n < 4; n++) await setting.arrive();
      const known = await within(setting, async (client) => {
        const { uidValidity, highestModseq } = await client.mailboxOpen('INBOX');
        assert.ok(highestModseq, 'the mailbox keeps no mod-sequences');
        return { uidValidity, changedSince: highestModseq };
      });
      await within(setting, async (other) => {
        await other.mailboxOpen('INBOX');
        await other.messageFlagsAdd('3', ['\\Flagged']);
        assert.equal(await other.messageDelete('2'), true);
      });

      await within(setting, async (client) => {
        const gone: Gone[] = [];
        const flagged: Array<[uid: number | undefined, flags: string[]]> = [];
        client.on('expunge', ({ uid, earlier }) => gone.push([uid, earlier]));
        client.on('flags', ({ uid, flags }) => flagged.push([uid, [...flags].filter((flag) => flag !== '\\Recent')]));
        const mailbox = await client.mailboxOpen('INBOX', known);
        assert.equal(mailbox.exists, 3);
        assert.deepEqual(gone, [[2, true]]);
        assert.deepEqual(flagged, [[3, ['\\Flagged']]]);
        // And while it is there: each that vanishes takes one away.
        await within(setting, async (other) => {
          await other.mailboxOpen('INBOX');
          await other.messageDelete('1:2');
        });
        await client.noop();
        assert.deepEqual(gone.slice(1), [
          [1, false],
          [3, false],
        ]);
        assert.ok(client.mailbox !== false && client.mailbox.exists === 1, 'two vanished, and the count is another');
      });
    },
  },
];

async function within<Result>(
  { server, account }: Setting,
  use: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({
    host: 'localhost',
    port: server.ports.imaps!,
    secure: true,
    tls: { ca: server.ca },
    auth: { user: account.address, pass: account.password },
    qresync: true,
    // What is told must be told by the commands of this test.
    disableAutoIdle: true,
    logger: false,
  });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.logout();
  }
}
