/** Making, renaming and removing folders. */

import type { Hono } from 'hono';
import { MailError } from '../mail/error';
import { createFolder, type Folder, listFolders, removeFolder, renameFolder } from '../mail/folders';
import { FolderDesk } from '../views/folder-desk';
import { listLink } from '../views/links';
import type { Web, Webmail } from '../web';
import { show } from './show';
import { formOf, visitorOf } from './visitors';

export function folderRoutes(app: Hono<Web>, webmail: Webmail): void {
  app.get('/folders', async (c) => {
    const visitor = visitorOf(c);
    const { words } = c.var;
    const folders = await visitor.desk.account.use(visitor, listFolders);
    return show(
      webmail,
      c,
      { page: 'folders', title: words.folders, folders },
      <FolderDesk words={words} token={visitor.session.token} folders={folders} />,
    );
  });

  app.post('/folders/create', async (c) => {
    const form = await formOf(webmail, c);
    const visitor = visitorOf(c);
    const made = await visitor.desk.account.use(visitor, async (client) => {
      const folders = await listFolders(client);
      const parent = folders.find(({ path }) => path === form.get('parent'));
      const name = nameFor(form.get('name'), parent ?? folders[0]);
      return await createFolder(client, parent ? `${parent.path}${parent.delimiter}${name}` : name);
    });
    visitor.desk.notice = { code: 'created' };
    return c.redirect(listLink({ folder: made }), 303);
  });

  app.post('/folders/rename', async (c) => {
    const form = await formOf(webmail, c);
    const visitor = visitorOf(c);
    await visitor.desk.account.use(visitor, async (client) => {
      const folder = own(await listFolders(client), form.get('folder'));
      const above = folder.path.slice(0, folder.path.length - folder.name.length);
      return await renameFolder(client, folder.path, above + nameFor(form.get('name'), folder));
    });
    visitor.desk.notice = { code: 'renamed' };
    return c.redirect('/folders', 303);
  });

  app.post('/folders/remove', async (c) => {
    const form = await formOf(webmail, c);
    const visitor = visitorOf(c);
    if (form.get('sure') !== '1') throw new MailError('refused');
    await visitor.desk.account.use(visitor, async (client) => {
      const { path } = own(await listFolders(client), form.get('folder'));
      await removeFolder(client, path);
    });
    visitor.desk.notice = { code: 'removed' };
    return c.redirect('/folders', 303);
  });
}

/** Neither the inbox nor what the system keeps mail of its own in. @throws MailError */
function own(folders: readonly Folder[], path: string): Folder {
  const folder = folders.find((one) => one.path === path);
  if (!folder) throw new MailError('gone');
  if (folder.use !== undefined) throw new MailError('refused');
  return folder;
}

/** One level of a name: what parts levels would make more of it. @throws MailError `refused` */
function nameFor(text: string, beside: Folder | undefined): string {
  const name = text.normalize('NFC').trim();
  const delimiter = beside?.delimiter ?? '/';
  if (name === '' || /\p{Cc}/u.test(name) || (delimiter !== '' && name.includes(delimiter)))
    throw new MailError('refused', `no name for a folder: ${JSON.stringify(name)}`);
  return name;
}
