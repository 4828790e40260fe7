/** Folders and what is in them. */

import type { Hono } from 'hono';
import { listFolders } from '../mail/folders';
import { listPage } from '../mail/list';
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
    const number = Number(c.req.query('page') ?? 1) || 1;
    const { folders, page } = await visitor.desk.account.use(visitor, async (client) => ({
      folders: await listFolders(client),
      page: await listPage(client, folder, Math.trunc(number)),
    }));
    const shown = folders.find(({ path }) => path === folder);
    const title = shown ? folderName(shown, words) : folder;
    const outgoing = shown?.use === 'sent' || shown?.use === 'drafts';
    return show(
      webmail,
      c,
      { page: 'list', title, folders, folder },
      <List words={words} language={language} now={webmail.now()} title={title} page={page} outgoing={outgoing} />,
    );
  });
}
