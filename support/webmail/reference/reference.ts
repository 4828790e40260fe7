/** The bundled server's webmail: its pages without their script, by the markup that docs/webmail.md promises to programs. */
import type { Browser } from '../browser';
import { type Form, fill, formOf } from '../form';
import type { Page } from '../page';
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
import { composer, demandDone } from './compose';
import { opened } from './opened';
import { rowsOf } from './rows';

const NAME = 'the bundled webmail';

export class ReferenceWebmail implements Webmail {
  constructor(readonly browser: Browser) {}

  isToken(name: string): boolean {
    return name === 'token';
  }

  async signIn(user: string, password: string): Promise<boolean> {
    const page = await this.browser.open('/signin');
    // Who is signed in already is led to the mail.
    if (isSignedIn(page)) return true;
    const form = demand(formOf(page, '#sign-in'), page, 'the form to sign in');
    return isSignedIn(await this.browser.submit(fill(form, { user, password })));
  }

  async isIn(): Promise<boolean> {
    return isSignedIn(await this.browser.open('/list'));
  }

  async signOut(): Promise<void> {
    const page = await this.browser.open('/list');
    await this.browser.submit(demand(formOf(page, '#sign-out'), page, 'the form to sign out'));
  }

  async folders(): Promise<Folder[]> {
    const { $ } = await this.browser.open('/list');
    return $('#folders li[data-folder]')
      .get()
      .map((element) => ({
        name: $(element).attr('data-folder')!,
        unread: Number($(element).attr('data-unread') ?? 0),
      }));
  }

  async list({ folder, page = 1, search }: View): Promise<Row[]> {
    const asked: Record<string, string> = { page: String(page) };
    if (search !== undefined) asked.q = search;
    const served = await this.served(folder, asked);
    const list = served.$('#list');
    if (search !== undefined && list.attr('data-query') === undefined) cannot(NAME, 'search');
    // Behind the last page is the last one.
    return Number(list.attr('data-page-number') ?? 1) === page ? rowsOf(served, folder) : [];
  }

  async open(row: Row): Promise<Opened> {
    return opened(await this.browser.open(row.handle), row, NAME);
  }

  async openWithRemote(row: Row): Promise<Opened> {
    const page = await this.browser.open(row.handle);
    const link = page.$('[data-action=remote]').attr('href');
    if (link === undefined) cannot(NAME, 'load what a message names elsewhere');
    return opened(await this.browser.open(new URL(link!, page.url)), row, NAME);
  }

  async compose(about?: { row: Row; how: About }): Promise<Composer> {
    return await composer(this.browser, NAME, about);
  }

  async flag(row: Row, on: boolean): Promise<void> {
    await this.act(row, { do: on ? 'flag' : 'unflag' });
  }

  async markRead(row: Row, on: boolean): Promise<void> {
    await this.act(row, { do: on ? 'seen' : 'unseen' });
  }

  async move(row: Row, folder: string): Promise<void> {
    await this.act(row, { do: 'move', to: folder });
  }

  async remove(row: Row): Promise<void> {
    await this.act(row, { do: 'delete' });
  }

  async createFolder(name: string): Promise<void> {
    const levels = name.split('/');
    const last = levels.pop()!;
    await this.changeFolders('#create-folder', { name: last, parent: levels.join('/') });
  }

  async renameFolder(from: string, to: string): Promise<void> {
    await this.changeFolders(`form[data-form=rename]${holding(from)}`, { name: to.split('/').pop()! });
  }

  async removeFolder(name: string): Promise<void> {
    await this.changeFolders(`form[data-form=remove]${holding(name)}`, { sure: '1' });
  }

  /** The page of a list, where the folder may be called by what it is for. */
  private async served(folder: string, asked: Record<string, string>): Promise<Page> {
    const page = await this.browser.open(
      `/list?${new URLSearchParams({ folder: await this.pathOf(folder), ...asked })}`,
    );
    demand(page.$('#list').length > 0, page, 'the list');
    return page;
  }

  /** Where Sent, Drafts and Trash are called otherwise, their use says which they are. */
  private async pathOf(folder: string): Promise<string> {
    if (!/^(?:Sent|Drafts|Trash)$/.test(folder)) return folder;
    const { $ } = await this.browser.open('/list');
    return $(`#folders li[data-use=${folder.toLowerCase()}]`).attr('data-folder') ?? folder;
  }

  private async act(row: Row, fields: Record<string, string>): Promise<void> {
    const page = await this.served(row.folder, {});
    const form: Form | undefined = formOf(page, '#selection');
    if (form === undefined) cannot(NAME, 'mark, move or delete messages');
    const uid = new URL(row.handle).searchParams.get('uid') ?? '';
    demandDone(await this.browser.submit(fill(form!, { ...fields, uid })), 'not-done');
  }

  private async changeFolders(selector: string, fields: Record<string, string>): Promise<void> {
    const page = await this.browser.open('/folders');
    if (page.status === 404) cannot(NAME, 'change folders');
    const form = demand(formOf(page, selector), page, `the form ${selector}`);
    demandDone(await this.browser.submit(fill(form, fields)), 'not-done');
  }
}

function holding(folder: string): string {
  return `:has(input[name="folder"][value=${JSON.stringify(folder)}])`;
}

function isSignedIn(page: Page): boolean {
  return page.status === 200 && page.$('[data-user]').length > 0 && page.$('#sign-in').length === 0;
}
