/** Folders and what is in them. */

import type { Hono } from 'hono';
import { listFolders } from '../mail/folders';
import { listPage } from '../mail/list';
import { searchPage } from '../mail/search';
import { canThread, threadPage } from '../mail/threads';
import { folderName } from '../views/folders';
import { List } from '../views/list';
import type { Web, Webmail } from '../web';
import { show } from './show';
import { visitorOf } from './visitors';

export function listRoutes(app: Hono<Web>, webmail: Webmail): void {
  app.get('/', (c) => c.redirect(c.var.visitor ? '/list' : '/signin', 303));

  app.get('/list', async (c) => {
    const visitor = visitorOf(c);
    const { words, language } = c.var;
    const folder = c.req.query('folder') || 'INBOX';
    const number = Math.trunc(Number(c.req.query('page') ?? 1)) || 1;
    const q = (c.req.query('q') ?? '').trim().slice(0, 500);
    const byConversation = c.req.query('by') === 'conversation';
    const { folders, page, way } = await visitor.desk.account.use(visitor, async (client) => {
      const folders = await listFolders(client);
      const way = canThread(client);
      if (q) return { folders, way, page: await searchPage(client, folder, q, number) };
      if (byConversation && way) return { folders, way, page: await threadPage(client, folder, way, number) };
      return { folders, way, page: await listPage(client, folder, number) };
    });
    const shown = folders.find(({ path }) => path === folder);
    const title = shown ? folderName(shown, words) : folder;
    const outgoing = shown?.use === 'sent' || shown?.use === 'drafts' ? shown.use : undefined;
    return show(
      webmail,
      c,
      { page: 'list', title, folders, folder },
      <List
        words={words}
        language={language}
        token={visitor.session.token}
        now={webmail.now()}
        title={title}
        folders={folders}
        page={page}
        q={q}
        threads={way !== undefined}
        outgoing={outgoing}
      />,
    );
  });
}
