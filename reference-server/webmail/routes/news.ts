/** What the script asks for besides pages: news of a folder as it comes, and to whom was written before. */

import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { written } from '../mail/addresses';
import { MailError } from '../mail/error';
import { writtenTo } from '../mail/known';
import type { Web, Webmail } from '../web';
import { visitorOf } from './visitors';

/** Streams of one session at once: a few windows. */
const STREAMS = 4;
/** How long what was asked of the sent mail holds. */
const KNOWN = 5 * 60_000;
const ANSWERS = 8;
/** So that whoever stands between notices that the stream lives. */
const BEAT = 25_000;

export function newsRoutes(app: Hono<Web>, webmail: Webmail): void {
  const streams = new WeakMap<object, number>();

  app.get('/events', async (c) => {
    const visitor = visitorOf(c);
    const { session, desk } = visitor;
    const folder = c.req.query('folder') || 'INBOX';
    const open = streams.get(session) ?? 0;
    if (open >= STREAMS) return c.body(null, 429);
    streams.set(session, open + 1);
    const free = () => streams.set(session, (streams.get(session) ?? 1) - 1);
    const client = await desk.account.another(visitor).catch((error) => {
      free();
      throw error;
    });
    const end = () => client.close();
    try {
      await client.mailboxOpen(folder, { readOnly: true });
    } catch (error) {
      free();
      end();
      throw new MailError('gone', `no folder ${folder}`, { cause: error });
    }
    session.ends.add(end);
    return streamSSE(c, async (stream) => {
      const tell = (event: string, count: number) =>
        void stream.writeSSE({ event, data: JSON.stringify({ folder, count }) });
      client.on('exists', ({ count, prevCount }) => tell(count > prevCount ? 'mail' : 'change', count));
      client.on('expunge', () => tell('change', client.mailbox ? client.mailbox.exists : 0));
      client.on('flags', () => tell('change', client.mailbox ? client.mailbox.exists : 0));
      const over = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        client.once('close', resolve);
      });
      const beat = setInterval(() => void stream.write(': \n\n'), BEAT);
      tell('ready', client.mailbox ? client.mailbox.exists : 0);
      const idling = (async () => {
        while (client.usable && !stream.aborted) await client.idle();
      })().catch(() => {});
      await over;
      clearInterval(beat);
      end();
      await idling;
      free();
      session.ends.delete(end);
    });
  });

  app.get('/complete', async (c) => {
    const visitor = visitorOf(c);
    const { desk } = visitor;
    const begin = (c.req.query('q') ?? '').trim().toLowerCase();
    if (begin === '') return c.json([]);
    if (!desk.known || webmail.now() - desk.known.at > KNOWN) {
      desk.known = { at: webmail.now(), addresses: await desk.account.use(visitor, writtenTo) };
    }
    const fits = desk.known.addresses.filter(({ name, address }) =>
      [address, ...name.split(/\s+/), name].some((text) => text.toLowerCase().startsWith(begin)),
    );
    return c.json(fits.slice(0, ANSWERS).map(written));
  });
}
