/** What mistakes of a webmail are made with. */

import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Visiting, WebmailParts, WebmailReplacements, WebmailSeams } from '../../reference-server/webmail/seams';
import type { Webmail } from '../../reference-server/webmail/web';
import type { Defect } from '../defect';

export type WebmailDefect = Defect<WebmailSeams>;

export const COMMON = 'common mistake';

export const defect = (
  name: string,
  mistake: string,
  reference: string,
  seams: WebmailSeams,
  also?: Defect['also'],
): WebmailDefect => ({ name: `webmail-${name}`, mistake, reference, seams, ...(also && { also }) });

type Change<Part extends keyof WebmailParts> = NonNullable<WebmailReplacements[Part]>;

/** Who is signed in. */
export const ofSessions = (sessions: Change<'sessions'>): WebmailSeams => ({ parts: { sessions } });

export const ofCookies = (cookies: Change<'cookies'>): WebmailSeams => ({ parts: { cookies } });

/** Whether a form is a page's own. */
export const guarding = (guard: Change<'guard'>): WebmailSeams => ({ parts: { guard } });

/** What leaves of what mails brought. */
export const showing = (change: Change<'showing'>): WebmailSeams => ({ parts: { showing: change } });

export const writing = (change: Change<'writing'>): WebmailSeams => ({ parts: { writing: change } });

/** What is asked of the mail, and what is understood of its answers. */
export const asking = (client: Change<'client'>): WebmailSeams => ({ parts: { client } });

/** What is said of messages, of one and of many. */
export const hearing = (change: (message: FetchMessageObject) => FetchMessageObject): WebmailSeams =>
  asking((right) => ({
    fetchAll: async (range, query, options) => (await right.fetchAll(range, query, options)).map(change),
    fetchOne: async (uid, query, options) => {
      const message = await right.fetchOne(uid, query, options);
      return message && change(message);
    },
  }));

type Structure = NonNullable<FetchMessageObject['bodyStructure']>;

/** Each part of each message is taken for another; undefined leaves it out. */
export const takingParts = (change: (part: Structure) => Structure | undefined): WebmailSeams => {
  const within = (part: Structure): Structure | undefined => {
    const { childNodes } = part;
    return change(childNodes ? { ...part, childNodes: childNodes.flatMap((child) => within(child) ?? []) } : part);
  };
  return hearing((message) =>
    message.bodyStructure ? { ...message, bodyStructure: within(message.bodyStructure) } : message,
  );
};

type Envelope = NonNullable<FetchMessageObject['envelope']>;

/** The heads of messages are taken for others. */
export const takingHeads = (change: (envelope: Envelope) => Envelope): WebmailSeams =>
  hearing((message) => (message.envelope ? { ...message, envelope: change(message.envelope) } : message));

type Download = ImapFlow['download'];
/** Of what is read of a message: whether it is text that is to be shown. */
type Got = (content: Buffer, isText: boolean) => Buffer;

/** What is read of messages comes out otherwise. */
export const reading = (change: Got): WebmailSeams =>
  asking((right) => ({
    download: (async (...asked: Parameters<Download>) => {
      const got = await right.download(...asked);
      const { Readable } = await import('node:stream');
      const { buffer } = await import('node:stream/consumers');
      if (!got.content) return got;
      const content = change(await buffer(got.content), asked[2]?.decodeText !== false);
      return { ...got, content: Readable.from([content]) };
    }) as Download,
  }));

/** The answer to some requests, `GET /list`, is another. */
export const answering = (
  wanted: RegExp,
  change: (response: Response, visiting: Visiting, webmail: Webmail) => Response | Promise<Response>,
): WebmailSeams => ({
  async around(webmail, visiting, next) {
    const { method, url } = visiting.request;
    const response = await next();
    return response && wanted.test(`${method} ${new URL(url).pathname}`)
      ? await change(response, visiting, webmail)
      : response;
  },
});

/** The same answer with other fields. */
export function withFields(response: Response, change: (fields: Headers) => void): Response {
  const { body, status } = response;
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(body, { status, headers });
}

/** Each answer has other fields. */
export const fields = (change: (fields: Headers) => void): WebmailSeams =>
  answering(/./, (response) => withFields(response, change));

/** The HTML of these answers is another. */
export const pages = (wanted: RegExp, change: (html: string, visiting: Visiting) => string): WebmailSeams =>
  answering(wanted, async (response, visiting) => {
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    const { status, headers } = response;
    const html = change(await response.text(), visiting);
    const other = new Headers(headers);
    other.delete('content-length');
    return new Response(html, { status, headers: other });
  });

/** What was escaped is markup again. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
