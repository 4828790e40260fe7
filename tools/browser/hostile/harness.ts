/** A webmail of one page, which shows vectors behind both walls, behind one of them, or behind none as a careless one would. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  bodyHeaders,
  downloadHeaders,
  escapeHtml,
  FRAME_SANDBOX,
  type ReadMessage,
  readMessage,
  showBody,
  shownLink,
  signedLinks,
} from '../../../reference-server/webmail/content';
import { messageOf, type Vector } from './corpus';

/** `sanitiser`: what is written is made anew, and neither policy nor sandbox is there. `policy`: what is written is as it came. */
export const WALLS = ['both', 'sanitiser', 'policy', 'none'] as const;
export type Walls = (typeof WALLS)[number];

export interface Harness {
  origin: string;
  /** Ids of vectors by which the webmail itself was asked for something, as its user. */
  ordered: Set<number>;
  use(vectors: readonly Vector[]): Promise<void>;
  close(): Promise<void>;
}

interface Response {
  status?: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const FRAME = { width: 300, height: 200 } as const;
const OWN =
  '<button id="own" style="display:block;width:290px;height:30px">Sign out</button><input data-token="t1" value="secret" hidden>';
/** What careless pages have: a setting that is looked up by its name. */
const GADGET =
  '<script>addEventListener("load",()=>{const base=window.settings&&window.settings.base;const from=base&&(base.href||base.value||base.src);if(/^http/.test(from||""))new Image().src=from})</script>';
const PAGE_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";

export async function startHarness(): Promise<Harness> {
  const links = signedLinks(Buffer.alloc(32, 7), '/link');
  const vectors = new Map<number, Vector>();
  const read = new Map<number, ReadMessage>();
  const ordered = new Set<number>();

  const answer = (request: IncomingMessage): Response => {
    const url = new URL(request.url ?? '/', origin);
    const [, what = '', walls = '', id = '', index = ''] = url.pathname.split('/');
    if (what === 'sign-out') {
      ordered.add(Number(url.search.slice(1)));
      return plain('');
    }
    if (what === 'link') {
      const to = links.check(Object.fromEntries(url.searchParams));
      return to === undefined ? { ...plain('not ours'), status: 403 } : plain(shownLink(to).host);
    }
    if (what === 'page') return pageOf(walls as Walls, id.split(',').map(Number));
    const vector = vectors.get(Number(id));
    const message = read.get(Number(id));
    if (vector === undefined || message === undefined) return { ...plain('nothing'), status: 404 };
    return what === 'file'
      ? fileOf(walls as Walls, vector, message, Number(index))
      : bodyOf(walls as Walls, vector, message);
  };

  const pageOf = (walls: Walls, ids: number[]): Response => {
    const shown = ids.flatMap((id) => {
      const vector = vectors.get(id);
      const message = read.get(id);
      return vector === undefined || message === undefined ? [] : [sectionOf(walls, vector, message)];
    });
    const policy: Record<string, string> =
      walls === 'sanitiser' || walls === 'none' ? {} : { 'content-security-policy': PAGE_POLICY };
    const style = `body{margin:0}iframe{border:0}section{float:left;width:${FRAME.width}px;height:${FRAME.height + 40}px;overflow:hidden}p{position:absolute;opacity:0;pointer-events:none;width:9px;height:9px;overflow:hidden}`;
    // A careless page has no style of its own here either: what it shows would be kept in by it.
    return {
      headers: { 'content-type': 'text/html; charset=utf-8', ...policy },
      body: `<!doctype html><meta charset="utf-8"><title>a</title>${walls === 'none' ? '' : `<style>${style}</style>`}${OWN}${shown.join('')}${walls === 'none' ? GADGET : ''}`,
    };
  };

  const sectionOf = (walls: Walls, vector: Vector, message: ReadMessage): string => {
    const { from, subject, to, messageId } = message.head;
    const heads = [
      subject,
      messageId,
      ...[...from, ...to].map(({ label }) => label),
      ...message.attachments.map(({ name, type }) => `${name} ${type}`),
    ];
    if (walls === 'none') return careless(vector, message);
    const listed =
      walls === 'policy'
        ? carelessHeads(vector)
        : heads.map((head) => `<p title="${escapeHtml(head)}">${escapeHtml(head)}</p>`).join('');
    const sandbox = walls === 'sanitiser' ? '' : `sandbox="${FRAME_SANDBOX}"`;
    const files = message.attachments.map(
      ({ index }) => `<iframe src="/file/${walls}/${vector.id}/${index}" width="9" height="9"></iframe>`,
    );
    return `<section>${listed}<iframe id="f${vector.id}" ${sandbox} src="/body/${walls}/${vector.id}" width="${FRAME.width}" height="${FRAME.height}"></iframe>${files.join('')}</section>`;
  };

  const bodyOf = (walls: Walls, vector: Vector, message: ReadMessage): Response => {
    const shown = showBody(message, { link: links.to, ownHosts: [new URL(origin).host] });
    if (walls === 'both') return { headers: shown.headers, body: shown.document };
    if (walls === 'sanitiser') return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: shown.document };
    if (vector.octets !== undefined) {
      const headers = walls === 'policy' ? bodyHeaders() : {};
      return {
        headers: { ...headers, 'content-type': clean(vector.type!) },
        body: Buffer.from(vector.octets, 'latin1'),
      };
    }
    return { headers: bodyHeaders(), body: `<!doctype html><body style="margin:16px">${rawOf(vector, message)}` };
  };

  const fileOf = (walls: Walls, vector: Vector, message: ReadMessage, index: number): Response => {
    const { name, type, size, content } = message.attachments[index]!;
    const { 'content-security-policy': policy, ...rest } = downloadHeaders({ name, type, size, inline: true });
    if (walls === 'both') return { headers: { ...rest, 'content-security-policy': policy! }, body: content };
    if (walls === 'sanitiser') return { headers: rest, body: content };
    const declared = clean(vector.attachment?.type ?? type);
    const headers = { 'content-length': String(size), ...(declared === '' ? {} : { 'content-type': declared }) };
    return {
      headers:
        walls === 'policy'
          ? { ...headers, 'content-security-policy': policy!, 'x-content-type-options': 'nosniff' }
          : headers,
      body: content,
    };
  };

  const server = createServer((request, response) => send(response, answer(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    ordered,
    use: async (all) => {
      for (const vector of all) {
        vectors.set(vector.id, vector);
        read.set(vector.id, await readMessage(messageOf(vector)));
      }
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** No wall: in the page itself, the heads as they were decoded, the files with the types that they declare. */
function careless(vector: Vector, message: ReadMessage): string {
  const raw = rawOf(vector, message);
  const files = message.attachments
    .map(({ index }) => `<iframe src="/file/none/${vector.id}/${index}"></iframe>`)
    .join('');
  if (vector.octets !== undefined) return `<iframe src="/body/none/${vector.id}"></iframe>`;
  if (vector.through === undefined) return `${carelessHeads(vector)}<div id="body">${raw}</div>${files}`;
  const text = JSON.stringify(raw).replaceAll('<', '\\u003c');
  const again = vector.through === 'text' ? 'first.content.textContent' : 'first.innerHTML';
  return `<div id="body"></div><script>{const first=document.createElement("template");first.innerHTML=${text};document.getElementById("body").innerHTML=${again}}</script>`;
}

/** HTML as it came; a text with its addresses made links of as a careless reader does. */
function rawOf(vector: Vector, { body }: ReadMessage): string {
  if (vector.html !== undefined) return `${vector.html}${vector.then === undefined ? '' : `a secret ${vector.then}`}`;
  if (body.html !== undefined) return body.html;
  return (body.text ?? '').replace(/https?:\S+/g, '<a href="$&">$&</a>');
}

/** Decoded, not neutralised. */
function carelessHeads(vector: Vector): string {
  const { message, attachment } = vector;
  const names = attachment === undefined ? '' : `${attachment.name} ${attachment.id ?? ''} ${attachment.type}`;
  const head = (message?.split(/\n\n/)[0] ?? '').replace(
    /=\?utf-8\?(.)\?(.*?)\?=/gi,
    (_, kind: string, text: string) =>
      /b/i.test(kind)
        ? Buffer.from(text, 'base64').toString()
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  return `<p>${head} ${names}</p>`;
}

/** Fit for a field of Node's. */
function clean(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '');
}

function plain(body: string): Response {
  return { headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function send(response: ServerResponse, { status = 200, headers, body }: Response): void {
  response.writeHead(status, headers);
  response.end(body);
}
