/** Reading. */

import type { Hono } from 'hono';
import type { ImapFlow } from 'imapflow';
import type { Showable, ShownBody } from '../content';
import { MailError } from '../mail/error';
import { type Folder, listFolders } from '../mail/folders';
import { fetchMessage, fetchOctets, fetchSource, fetchText, type Message } from '../mail/message';
import { reportedIn } from '../mail/report';
import { type MessageId, messageId, within } from '../mail/within';
import { MessagePage } from '../views/message';
import { Raw } from '../views/raw';
import type { Web, WebContext, Webmail } from '../web';
import { show } from './show';
import { visitorOf } from './visitors';

/** Octets of HTML, and of the pictures within it, that are fetched to be shown. */
const HTML = 2 * 1024 * 1024;
const PICTURES = 8 * 1024 * 1024;
const REPORT = 64 * 1024;

export function messageRoutes(app: Hono<Web>, webmail: Webmail): void {
  const { limits, showing } = webmail;

  /** The message's HTML as it may be shown. Inside its folder. */
  const bodyOf = async (c: WebContext, client: ImapFlow, message: Message, remote: boolean): Promise<ShownBody> => {
    const { id, contents, subject } = message;
    const html = await fetchText(client, id, contents.html!, HTML);
    let left = PICTURES;
    const attachments: Showable['attachments'][number][] = [];
    for (const [index, part] of contents.inline.entries()) {
      if (part.size > left) continue;
      const content = await fetchOctets(client, id, part, left, false);
      left -= content.length;
      attachments.push({ index, type: part.type, content, contentId: part.id ?? '' });
    }
    const links = webmail.links(visitorOf(c).session);
    const ownHosts = [new URL(c.req.url).host];
    return showing.showBody(
      { body: { html: html.text }, attachments, head: { subject } },
      { link: links.to, remote, ownHosts },
    );
  };

  app.get('/message', async (c) => {
    const visitor = visitorOf(c);
    const { words, language } = c.var;
    const id = asked(c);
    const remote = c.req.query('remote') === '1';
    const asText = c.req.query('as') === 'text';
    const read = await visitor.desk.account.use(visitor, async (client) => {
      const read = await within(client, id, async () => {
        const message = await fetchMessage(client, id);
        const { html, text: plain, report } = message.contents;
        const shown = html && !(asText && plain) ? await bodyOf(c, client, message, remote) : undefined;
        const text = !shown && plain ? await fetchText(client, id, plain, limits.shown) : undefined;
        const status = report?.status && (await fetchText(client, id, report.status, REPORT));
        if (!message.flags.has('\\Seen')) await client.messageFlagsAdd(String(id.uid), ['\\Seen'], { uid: true });
        return { message, html: shown, text, reported: status ? reportedIn(status.text) : [] };
      });
      return { ...read, folders: await listFolders(client) };
    });
    visitor.desk.shown = read.html && { key: keyOf(id, remote), body: read.html };
    const { message, folders } = read;
    return show(
      webmail,
      c,
      { page: 'message', title: message.subject || words.noSubject, folders, folder: id.folder },
      <MessagePage
        {...read}
        words={words}
        language={language}
        token={visitor.session.token}
        remote={remote}
        unfinished={useOf(folders, id.folder) === 'drafts'}
        linkTo={webmail.links(visitor.session).to}
      />,
    );
  });

  app.get('/message/frame', async (c) => {
    const visitor = visitorOf(c);
    const id = asked(c);
    const remote = c.req.query('remote') === '1';
    const { desk } = visitor;
    const body =
      desk.shown?.key === keyOf(id, remote)
        ? desk.shown.body
        : await desk.account.use(visitor, (client) =>
            within(client, id, async () => {
              const message = await fetchMessage(client, id);
              if (!message.contents.html) throw new MailError('gone');
              return await bodyOf(c, client, message, remote);
            }),
          );
    return framed(body);
  });

  app.get('/message/raw', async (c) => {
    const visitor = visitorOf(c);
    const { words } = c.var;
    const id = asked(c);
    const { source, folders } = await visitor.desk.account.use(visitor, async (client) => ({
      source: await within(client, id, () => fetchSource(client, id, limits.shown)),
      folders: await listFolders(client),
    }));
    const cut = source.length >= limits.shown;
    const shown = { page: 'raw', title: words.raw, folders, folder: id.folder };
    return show(webmail, c, shown, <Raw words={words} id={id} source={source} cut={cut} />);
  });
}

/** The frame's document has a policy of its own in place of the pages'. */
function framed({ document, headers }: ShownBody): Response {
  return new Response(document, { headers: { ...headers } });
}

function keyOf({ folder, validity, uid }: MessageId, remote: boolean): string {
  return JSON.stringify([folder, validity, uid, remote]);
}

export function useOf(folders: readonly Folder[], path: string): Folder['use'] {
  return folders.find((folder) => folder.path === path)?.use;
}

/** The message that a link names. @throws MailError `gone` where it names none */
export function asked(c: WebContext): MessageId {
  const { folder = '', validity = '', uid = '' } = c.req.query();
  const id = messageId({ folder, validity, uid });
  if (!id) throw new MailError('gone');
  return id;
}
