/**
 * A browser as far as a webmail sees one: it keeps cookies, follows redirections, loads frames, sends forms, and says where a request comes
 * from (Origin, Fetch Metadata). It runs no script. Every page that it got is kept for whoever judges pages.
 */
import type { Agent } from 'undici';
import { Mismatch, TargetError } from '../outcome';
import type { Transcript } from '../wire/transcript';
import { CookieJar } from './cookies';
import { type Entry, type Form, urlencoded } from './form';
import { Page } from './page';

export interface BrowserOptions {
  /** What the transcript calls it. */
  name: string;
  url: string;
  tls: { ca?: string; servername: string };
  /** Milliseconds that an answer may take. */
  timeout: number;
  transcript: Transcript;
}

/** What makes a request one that another site has the browser send: what that site cannot know is left out of it. */
export interface Forgery {
  /** Whether a field of a form, of an address or of a header is a token. */
  isToken(name: string): boolean;
}

interface Asked {
  method: 'GET' | 'POST';
  body?: Buffer;
  headers?: Record<string, string>;
  dest?: 'document' | 'iframe' | 'empty';
}

/** Loaded with the first browser: most runs visit no webmail. */
const undici = () => require('undici') as typeof import('undici');

const MOST_OCTETS = 30_000_000;
const MOST_REDIRECTIONS = 10;
const MOST_FRAMES = 8;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export class Browser {
  readonly pages: Page[] = [];
  jar = new CookieJar();
  forging: Forgery | undefined;
  private readonly agent: Agent;
  readonly home: URL;

  constructor(private readonly options: BrowserOptions) {
    const { ca, servername } = options.tls;
    this.home = new URL(options.url);
    this.agent = new (undici().Agent)({
      connect: { ...(ca === undefined ? {} : { ca }), servername, timeout: options.timeout },
      headersTimeout: options.timeout,
      bodyTimeout: options.timeout,
      maxResponseSize: MOST_OCTETS,
    });
  }

  /** Goes to an address, as if it were typed or clicked, and loads the frames of what comes. */
  async open(address: string | URL): Promise<Page> {
    const page = await this.follow(this.at(address), { method: 'GET' });
    await this.loadFrames(page);
    return page;
  }

  /** One request without what a browser loads besides. */
  async get(address: string | URL, headers: Record<string, string> = {}): Promise<Page> {
    return await this.follow(this.at(address), { method: 'GET', headers, dest: 'empty' });
  }

  /** Sends a form, and loads the frames of what comes. */
  async submit(form: Form, headers: Record<string, string> = {}): Promise<Page> {
    const { action, method } = form;
    const entries = form.entries.filter(([name]) => !this.forging?.isToken(name));
    if (method === 'GET') {
      const address = new URL(action);
      address.search = urlencoded(entries);
      return await this.open(address);
    }
    const { body, type } = form.multipart ? await multipart(entries) : plain(entries);
    const page = await this.follow(this.at(action), { method, body, headers: { 'content-type': type, ...headers } });
    await this.loadFrames(page);
    return page;
  }

  /** Another browser at the same webmail, with the same cookies where they are handed over. */
  another(name: string, jar = new CookieJar()): Browser {
    const browser = new Browser({ ...this.options, name });
    browser.jar = jar;
    return browser;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private at(address: string | URL): URL {
    const url = new URL(address, this.home);
    if (url.origin !== this.home.origin)
      throw new Mismatch('leads-elsewhere', `the webmail leads to ${url.origin}, which is not where it is`);
    if (this.forging)
      for (const name of [...url.searchParams.keys()]) if (this.forging.isToken(name)) url.searchParams.delete(name);
    return url;
  }

  private async follow(first: URL, asked: Asked): Promise<Page> {
    let page = await this.ask(first, asked);
    for (let n = 0; REDIRECTS.has(page.status) && page.header('location') !== ''; n++) {
      if (n === MOST_REDIRECTIONS)
        throw new Mismatch('endless-redirection', `${first.pathname} redirects without an end`);
      const next = this.at(new URL(page.header('location'), page.url));
      page = await this.ask(next, { ...asked, method: 'GET', body: undefined });
    }
    return page;
  }

  private async loadFrames(page: Page): Promise<void> {
    if (!page.isHtml) return;
    const { $ } = page;
    for (const element of $('iframe[src], frame[src]').get().slice(0, MOST_FRAMES)) {
      const source = $(element).attr('src')!;
      const url = URL.parse(source, page.url);
      if (url === null || url.origin !== this.home.origin || url.href === page.url.href) continue;
      const frame = await this.follow(url, { method: 'GET', dest: 'iframe' });
      page.frames.push({ page: frame, sandbox: $(element).attr('sandbox') });
      await this.loadFrames(frame);
    }
  }

  private async ask(url: URL, asked: Asked): Promise<Page> {
    const { name, transcript } = this.options;
    const headers = this.headersFor(url, asked);
    const { method, body } = asked;
    transcript.record(name, 'C', Buffer.from(`${method} ${url.pathname}${url.search}\r\n${bodyShown(headers, body)}`));
    try {
      const answer = await undici().request(url, { method, headers, body: body ?? null, dispatcher: this.agent });
      const octets = Buffer.from(await answer.body.arrayBuffer());
      const fields = new Map<string, string>();
      for (const [field, value] of Object.entries(answer.headers)) fields.set(field, [value].flat().join(', '));
      this.jar.take([answer.headers['set-cookie'] ?? []].flat(), url);
      const page = new Page({ method, url, status: answer.statusCode, headers: fields, octets });
      this.pages.push(page);
      transcript.record(name, 'S', Buffer.from(shownAnswer(page)));
      return page;
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (code === 'ECONNREFUSED')
        throw new TargetError('webmail-unreachable', `the webmail at ${this.home.origin} cannot be reached`);
      throw new Mismatch('no-answer', `the webmail does not answer ${method} ${url.pathname}: ${message}`);
    }
  }

  private headersFor(url: URL, { method, headers = {}, dest = 'document' }: Asked): Record<string, string> {
    const cookie = this.jar.for(url);
    const forged = this.forging !== undefined && method === 'POST';
    const from = forged ? siblingOf(this.home) : this.home.origin;
    const own = Object.entries(headers).filter(([name]) => !this.forging?.isToken(name));
    return {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) mailspec',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'en',
      referer: `${from}/`,
      'sec-fetch-site': forged ? 'same-site' : 'same-origin',
      'sec-fetch-mode': dest === 'empty' ? 'cors' : 'navigate',
      'sec-fetch-dest': dest,
      ...(method === 'POST' ? { origin: from } : {}),
      ...(cookie === '' ? {} : { cookie }),
      ...Object.fromEntries(own),
    };
  }
}

/** A site beside it: what comes from there has the cookies, whatever SameSite says, for it is the same site and another origin. */
function siblingOf({ protocol, hostname, port }: URL): string {
  return `${protocol}//other.${hostname}${port === '' ? '' : `:${port}`}`;
}

function plain(entries: readonly Entry[]): { body: Buffer; type: string } {
  return { body: Buffer.from(urlencoded(entries)), type: 'application/x-www-form-urlencoded' };
}

async function multipart(entries: readonly Entry[]): Promise<{ body: Buffer; type: string }> {
  const data = new (undici().FormData)();
  for (const [name, value] of entries) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, new Blob([new Uint8Array(value.content)], { type: value.type }), value.name);
  }
  const response = new (undici().Response)(data);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type')! };
}

function bodyShown(headers: Record<string, string>, body: Buffer | undefined): string {
  if (body === undefined) return '';
  return `content-type: ${headers['content-type'] ?? ''}\r\n\r\n${body.toString('latin1')}\r\n`;
}

const TOLD =
  /^(?:content-(?:type|disposition|security-policy)|location|set-cookie|x-frame-options|x-content-type-options)$/;

function shownAnswer(page: Page): string {
  const fields = [...page.headers].filter(([name]) => TOLD.test(name)).map(([name, value]) => `${name}: ${value}\r\n`);
  const isText = /^text\/|json|javascript/.test(page.type);
  const body = isText ? page.text : `(${page.octets.length} octets)`;
  return `${page.status}\r\n${fields.join('')}\r\n${body}\r\n`;
}
