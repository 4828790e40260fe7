/** Reading. */

import type { Hono } from 'hono';
import { MailError } from '../mail/error';
import { listFolders } from '../mail/folders';
import { fetchMessage, fetchText } from '../mail/message';
import { type MessageId, messageId, within } from '../mail/within';
import { MessagePage } from '../views/message';
import type { Web, WebContext, Webmail } from '../web';
import { show } from './show';
import { visitorOf } from './visitors';

export function messageRoutes(app: Hono<Web>, webmail: Webmail): void {
  app.get('/message', async (c) => {
    const visitor = visitorOf(c);
    const { words, language } = c.var;
    const id = asked(c);
    const { folders, message, text } = await visitor.desk.account.use(visitor, async (client) => {
      const read = await within(client, id, async () => {
        const message = await fetchMessage(client, id);
        const part = message.contents.text ?? message.contents.html;
        const text = part && (await fetchText(client, id, part, webmail.limits.shown));
        if (!message.flags.has('\\Seen')) await client.messageFlagsAdd(String(id.uid), ['\\Seen'], { uid: true });
        return { message, text };
      });
      return { ...read, folders: await listFolders(client) };
    });
    const title = message.subject || words.noSubject;
    return show(
      webmail,
      c,
      { page: 'message', title, folders, folder: id.folder },
      <MessagePage words={words} language={language} message={message} text={text} />,
    );
  });
}

/** The message that a link names. @throws MailError `gone` where it names none */
export function asked(c: WebContext): MessageId {
  const { folder = '', validity = '', uid = '' } = c.req.query();
  const id = messageId({ folder, validity, uid });
  if (!id) throw new MailError('gone');
  return id;
}
