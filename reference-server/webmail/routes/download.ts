/** What leaves as a file: attachments and whole messages, streamed over a connection of their own, so that a slow reader keeps nobody waiting. */

import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Hono } from 'hono';
import type { ImapFlow } from 'imapflow';
import { safeName } from '../content';
import { MailError } from '../mail/error';
import { fetchMessage, fileNameOf, partOfMessage } from '../mail/message';
import { within } from '../mail/within';
import type { Visitor, Web, Webmail } from '../web';
import { asked } from './message';
import { visitorOf } from './visitors';

interface Parcel {
  name: string;
  type: string;
  content: Readable;
}

export function downloadRoutes(app: Hono<Web>, webmail: Webmail): void {
  app.get('/message/part', async (c) => {
    const id = asked(c);
    const number = c.req.query('part') ?? '';
    if (!/^\d+(\.\d+)*$/.test(number)) throw new MailError('gone');
    return await sent(webmail, visitorOf(c), async (client, hand) =>
      within(client, id, async () => {
        const { name, type, number: found } = partOfMessage(await fetchMessage(client, id), number);
        const { content } = await client.download(String(id.uid), found, { uid: true, decodeText: false });
        if (!content) throw new MailError('gone');
        await hand({ name, type, content });
      }),
    );
  });

  app.get('/message/source', async (c) => {
    const id = asked(c);
    return await sent(webmail, visitorOf(c), async (client, hand) =>
      within(client, id, async () => {
        const { subject } = await fetchMessage(client, id);
        const { content } = await client.download(String(id.uid), undefined, { uid: true });
        if (!content) throw new MailError('gone');
        const { name } = safeName(fileNameOf(subject));
        await hand({ name, type: 'message/rfc822', content });
      }),
    );
  });
}

type Fetch = (client: ImapFlow, hand: (parcel: Parcel) => Promise<void>) => Promise<void>;

/** Answers as soon as the first octets are there; the connection ends with the last. */
async function sent({ limits, showing }: Webmail, visitor: Visitor, fetch: Fetch): Promise<Response> {
  const { account } = visitor.desk;
  const client = await account.another(visitor);
  const end = () => client.close();
  visitor.session.ends.add(end);
  return await new Promise<Response>((resolve, reject) => {
    fetch(client, async ({ name, type, content }) => {
      const { 'content-length': _unknown, ...headers } = showing.downloadHeaders({ name, type, size: 0 });
      const patience = limits.patience * 10;
      let stalled = setTimeout(() => content.destroy(), patience);
      content.on('data', () => {
        clearTimeout(stalled);
        stalled = setTimeout(() => content.destroy(), patience);
      });
      // Nothing flows until the answer asks for it.
      content.pause();
      resolve(new Response(Readable.toWeb(content) as ReadableStream, { headers }));
      // Whoever goes away in the middle ends it too.
      await finished(content).catch(() => {});
      clearTimeout(stalled);
    })
      .catch(reject)
      .finally(() => {
        end();
        visitor.session.ends.delete(end);
      });
  });
}
