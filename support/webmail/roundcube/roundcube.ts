/** Roundcube 1.6 with its skin elastic: pages for people, and answers to its own script, which this plays. */
import { Mismatch } from '../../outcome';
import type { Browser } from '../browser';
import { fill, formOf } from '../form';
import { decodeName, encodeName } from '../modified-utf7';
import { type Page, shown } from '../page';
import {
  type About,
  type Composer,
  demand,
  type Folder,
  type Opened,
  type Row,
  type View,
  type Webmail,
} from '../webmail';
import { callsOf, messagesOf, textOf } from './answer';
import { composer } from './compose';
import { opened } from './opened';

export class Roundcube implements Webmail {
  /** What Roundcube gives to its script on each page, against requests that others forge. */
  private token = '';

  constructor(readonly browser: Browser) {}

  isToken(name: string): boolean {
    return name === '_token' || name.toLowerCase() === 'x-roundcube-request';
  }

  async signIn(user: string, password: string): Promise<boolean> {
    const page = await this.browser.open('./');
    const form = demand(formOf(page, '#login-form'), page, 'the form to sign in');
    const next = await this.browser.submit(fill(form, { _user: user, _pass: password, _timezone: 'UTC' }));
    return this.enter(next);
  }

  async isIn(): Promise<boolean> {
    return this.enter(await this.browser.open('?_task=mail'));
  }

  private enter(page: Page): boolean {
    const isIn = page.status === 200 && page.$('#mailboxlist').length > 0;
    if (isIn) this.token = /"request_token":"([^"]+)"/.exec(page.text)?.[1] ?? '';
    return isIn;
  }

  async signOut(): Promise<void> {
    await this.browser.open(`?_task=logout&_token=${this.token}`);
  }

  async folders(): Promise<Folder[]> {
    const page = await this.browser.open('?_task=mail');
    const names = page
      .$('#mailboxlist a[rel]')
      .get()
      .map((link) => page.$(link).attr('rel')!);
    const answer = await this.call('getunread');
    const unread = new Map(callsOf(answer, 'set_unread_count').map(([name, count]) => [name, Number(count)]));
    return names.map((name) => ({ name: decodeName(name), unread: unread.get(name) ?? 0 }));
  }

  async list({ folder, page = 1, search }: View): Promise<Row[]> {
    const mailbox = encodeName(folder);
    const answer =
      search === undefined
        ? await this.call('list', { _mbox: mailbox, _page: String(page), _refresh: '1' })
        : await this.call('search', {
            _mbox: mailbox,
            _q: search,
            _headers: 'subject,from,to,cc,text',
            _scope: 'base',
          });
    return callsOf(answer, 'add_message_row').map(([uid, columns, flags]) => {
      const { subject, fromto, date } = columns as Record<string, string>;
      const { seen, flagged } = flags as Record<string, unknown>;
      return {
        handle: String(uid),
        folder,
        subject: textOf(subject),
        from: fromOf(fromto ?? ''),
        date: textOf(date),
        unread: !seen,
        flagged: Boolean(flagged),
      };
    });
  }

  async open(row: Row): Promise<Opened> {
    return opened(await this.browser.open(this.addressOf(row)), row);
  }

  async openWithRemote(row: Row): Promise<Opened> {
    return opened(await this.browser.open(`${this.addressOf(row)}&_safe=1`), row);
  }

  private addressOf({ handle, folder }: Row): string {
    return `?_task=mail&_action=show&_uid=${handle}&_mbox=${encodeURIComponent(encodeName(folder))}`;
  }

  async compose(about?: { row: Row; how: About }): Promise<Composer> {
    return await composer(this.browser, about && { ...about, mailbox: encodeName(about.row.folder) });
  }

  async flag(row: Row, on: boolean): Promise<void> {
    await this.change('mark', { _uid: row.handle, _mbox: encodeName(row.folder), _flag: on ? 'flagged' : 'unflagged' });
  }

  async markRead(row: Row, on: boolean): Promise<void> {
    await this.change('mark', { _uid: row.handle, _mbox: encodeName(row.folder), _flag: on ? 'read' : 'unread' });
  }

  async move(row: Row, folder: string): Promise<void> {
    const target = { _target_mbox: encodeName(folder) };
    await this.change('move', { _uid: row.handle, _mbox: encodeName(row.folder), ...target });
  }

  /** Its script moves what is deleted to the trash, and deletes what lies there. */
  async remove(row: Row): Promise<void> {
    if (row.folder !== 'Trash') return await this.move(row, 'Trash');
    await this.change('delete', { _uid: row.handle, _mbox: 'Trash' });
  }

  async createFolder(name: string): Promise<void> {
    await this.saveFolder('', name);
  }

  async renameFolder(from: string, to: string): Promise<void> {
    await this.saveFolder(encodeName(from), to);
  }

  private async saveFolder(mailbox: string, name: string): Promise<void> {
    const page = await this.browser.open(
      `?_task=settings&_action=edit-folder&_mbox=${encodeURIComponent(mailbox)}&_framed=1`,
    );
    const form = demand(formOf(page, 'form'), page, 'the form of a folder');
    const levels = name.split('/');
    const last = levels.pop()!;
    const next = await this.browser.submit(fill(form, { _name: last, _parent: encodeName(levels.join('/')) }));
    refuseErrors(next);
  }

  async removeFolder(name: string): Promise<void> {
    await this.change('delete-folder', { _mbox: encodeName(name) }, 'settings');
  }

  /** What its script asks for. */
  private async call(action: string, parameters: Record<string, string> = {}): Promise<Page> {
    const query = new URLSearchParams({ _task: 'mail', _action: action, _remote: '1', ...parameters });
    return await this.browser.get(`?${query}`, { 'x-roundcube-request': this.token });
  }

  /** What its script has done. */
  private async change(action: string, parameters: Record<string, string>, task = 'mail'): Promise<void> {
    const page = await this.browser.submit(
      {
        action: new URL(`?_task=${task}&_action=${action}&_remote=1`, this.browser.home),
        method: 'POST',
        multipart: false,
        entries: Object.entries(parameters),
      },
      { 'x-roundcube-request': this.token },
    );
    const error = messagesOf(page).find(({ kind }) => kind === 'error');
    if (error) throw new Mismatch('webmail-refuses', `Roundcube does not do ${action}: ${shown(error.text)}`);
  }
}

/** What it says in a frame is a call of its script there. */
function refuseErrors(page: Page): void {
  const said = /display_message\(("(?:[^"\\]|\\.)*"),"error"/.exec(page.text);
  if (said) throw new Mismatch('webmail-refuses', `Roundcube refuses: ${shown(textOf(JSON.parse(said[1]!)))}`);
}

/** A name that is shown and the address behind it. */
function fromOf(html: string): string {
  const [, address] = /title="([^"]*)"/.exec(html) ?? [];
  const name = textOf(html);
  return address === undefined || textOf(address) === name ? name : `${name} <${textOf(address)}>`;
}
