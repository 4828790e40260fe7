/** CiderWebmail 1.05, as Debian has it: its pages without their script. */
import { Mismatch } from '../../outcome';
import type { Browser } from '../browser';
import { fill, formOf } from '../form';
import { encodeName } from '../modified-utf7';
import { type Page, shown } from '../page';
import {
  type About,
  type Composer,
  cannot,
  demand,
  type Folder,
  type Opened,
  type Row,
  type View,
  type Webmail,
} from '../webmail';
import { composer } from './compose';
import { opened } from './opened';
import { rowsOf } from './rows';

const NAME = 'CiderWebmail';
/** Messages that a page of the list has; its script loads the next so many. */
const LENGTH = 100;

export class CiderWebmail implements Webmail {
  constructor(readonly browser: Browser) {}

  /** Its forms and addresses have nothing that another site does not know. */
  isToken(_name: string): boolean {
    return false;
  }

  async signIn(user: string, password: string): Promise<boolean> {
    const page = await this.browser.open('./');
    if (isIn(page)) return true;
    const form = demand(formOf(page, '#login form'), page, 'the form to sign in');
    return isIn(await this.browser.submit(fill(form, { username: user, password })));
  }

  async isIn(): Promise<boolean> {
    return isIn(await this.browser.open('./'));
  }

  async signOut(): Promise<void> {
    await this.browser.open('logout');
  }

  async folders(): Promise<Folder[]> {
    const page = await this.browser.open('./');
    const { $ } = page;
    demand($('#folder_tree').length > 0, page, 'the tree of folders');
    return $('#folder_tree a.folder')
      .get()
      .map((link) => {
        const above = $(link).parents('li').slice(1).get().reverse();
        const names = [...above.map((item) => $(item).children('a.folder')), $(link)];
        return {
          name: names.map((one) => shown(one.children('.name').text())).join('/'),
          unread: Number.parseInt($(link).children('.counts').text(), 10),
        };
      });
  }

  async list({ folder, page = 1, search }: View): Promise<Row[]> {
    const asked = new URLSearchParams(search === undefined ? {} : { filter: search });
    if (page > 1) asked.set('start', String((page - 1) * LENGTH));
    const served = done(await this.browser.open(`${pathOf(folder)}?${asked}`));
    demand(served.$('#message_list').length > 0, served, 'the list');
    return rowsOf(served, folder);
  }

  async open(row: Row): Promise<Opened> {
    return opened(done(await this.browser.open(row.handle)), row);
  }

  async openWithRemote(row: Row): Promise<Opened> {
    return opened(done(await this.browser.open(`${row.handle}?load_external_media=1`)), row);
  }

  async compose(about?: { row: Row; how: About }): Promise<Composer> {
    return await composer(this.browser, pathOf(about?.row.folder ?? 'INBOX'), about);
  }

  /** What it has is a switch. */
  async flag(row: Row, on: boolean): Promise<void> {
    const rows = await this.list({ folder: row.folder });
    const now = rows.find(({ handle }) => handle === row.handle)?.flagged ?? row.flagged;
    if (now !== on) done(await this.browser.open(`${row.handle}/toggle_important`));
  }

  async markRead(_row: Row, on: boolean): Promise<void> {
    cannot(NAME, `mark a message as ${on ? 'read without opening it' : 'unread'}`);
  }

  async move(row: Row, folder: string): Promise<void> {
    const action = new URL(`${row.handle}/move`);
    const entries = [['target_folder', encodeName(folder)]] as const;
    done(await this.browser.submit({ action, method: 'POST', multipart: false, entries: [...entries] }));
  }

  async remove(row: Row): Promise<void> {
    done(await this.browser.open(`${row.handle}/delete`));
  }

  async createFolder(name: string): Promise<void> {
    const levels = name.split('/');
    const last = levels.pop()!;
    const where = levels.length === 0 ? 'create_folder' : `${pathOf(levels.join('/'))}/create_subfolder`;
    done(await this.browser.open(`${where}?${new URLSearchParams({ name: last })}`));
  }

  async renameFolder(): Promise<void> {
    cannot(NAME, 'rename a folder');
  }

  async removeFolder(name: string): Promise<void> {
    done(await this.browser.open(`${pathOf(name)}/delete`));
  }
}

/** The address of a folder: a slash in its name is a semicolon there. */
function pathOf(folder: string): string {
  const masked = encodeName(folder).replaceAll(';', ';;').replaceAll('/', ';');
  return `mailbox/${encodeURIComponent(masked)}`;
}

function isIn(page: Page): boolean {
  return page.status === 200 && page.$('#folder_tree').length > 0;
}

/** @throws Mismatch with what the page says has gone wrong */
function done(page: Page): Page {
  if (page.status < 400) return page;
  const said = shown(page.$('.error_message').text()) || 'nothing';
  throw new Mismatch('webmail-refuses', `CiderWebmail answers ${page.status} and says: ${said}`);
}
