/** Somebody at a webmail, as far as it costs: each act with the requests and octets that it takes. Nobody's scripts run: what they ask for, the adapter does. */

import { webmailAt } from '../../support/webmail/adapters';
import { Browser } from '../../support/webmail/browser';
import type { Page } from '../../support/webmail/page';
import type { Row, Webmail } from '../../support/webmail/webmail';
import { Transcript } from '../../support/wire/transcript';

/** What one act took. */
export interface Cost {
  requests: number;
  octets: number;
}

export interface Login {
  user: string;
  password: string;
}

export class Visitor {
  private rows: Row[] = [];
  private acts = 0;

  private constructor(
    private readonly browser: Browser,
    private readonly webmail: Webmail,
    private readonly list: string,
    private readonly scripted: boolean,
  ) {}

  /** @param list the address of the page with the list; `scripted` where a script fills it */
  static async signIn(url: string, adapter: string, login: Login, list: string): Promise<Visitor> {
    const tls = { servername: 'localhost' };
    // Octets that nobody reads: a load keeps no transcript for long.
    const transcript = new Transcript({ octets: 0, shown: 0, line: 0 });
    const browser = new Browser({ name: adapter, url, tls, timeout: 60_000, transcript });
    const webmail = webmailAt(browser, adapter);
    if (!(await webmail.signIn(login.user, login.password))) throw new Error(`${adapter} does not let in`);
    const visitor = new Visitor(browser, webmail, list, adapter === 'roundcube');
    visitor.rows = await webmail.list({ folder: 'INBOX' });
    return visitor;
  }

  /** The page with the list and all that belongs to it, nothing of it cached. */
  async firstPage(): Promise<void> {
    const page = await this.browser.open(this.list);
    const parts = [...new Set(partsOf(page))];
    await Promise.all(parts.map((part) => this.browser.get(part)));
    if (this.scripted) await this.webmail.list({ folder: 'INBOX' });
  }

  /** Another page of the list, with what belongs to all pages cached. */
  async turnPage(): Promise<void> {
    this.acts++;
    const rows = await this.webmail.list({ folder: 'INBOX', page: 2 + (this.acts % 50) });
    if (rows.length === 0) throw new Error('a page of the list is empty');
  }

  async openMessage(): Promise<void> {
    this.acts++;
    await this.webmail.open(this.rows[this.acts % this.rows.length]!);
  }

  /** @param word stands in the subject of one message, and in no other message: what several words ask differs by webmail */
  async search(word: string): Promise<void> {
    const rows = await this.webmail.list({ folder: 'INBOX', search: word });
    if (rows.length !== 1) throw new Error(`${rows.length} messages are found, not 1`);
  }

  async cost(act: () => Promise<void>): Promise<Cost> {
    this.browser.pages.length = 0;
    await act();
    const octets = this.browser.pages.reduce((sum, page) => sum + page.octets.length, 0);
    return { requests: this.browser.pages.length, octets };
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** What a browser loads with a page: styles, scripts, pictures. */
function partsOf({ $, url }: Page): string[] {
  const addresses = $('link[rel~=stylesheet][href], script[src], img[src]')
    .get()
    .map((element) => $(element).attr('href') ?? $(element).attr('src')!);
  return addresses.map((address) => new URL(address, url)).flatMap((at) => (at.origin === url.origin ? [at.href] : []));
}
