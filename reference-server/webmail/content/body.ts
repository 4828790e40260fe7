/**
 * The body of a message as a document of its own, for a frame of its own. Two walls stand between it and the reader's session, and either would do:
 * what is written was made anew from a list (html.ts, css.ts), and the document has neither scripts nor an origin nor anything to fetch (`FRAME_SANDBOX`,
 * `bodyHeaders`).
 */
import { cleanHtml } from './html';
import type { ReadAttachment, ReadMessage } from './message';
import { escapeHtml, textAsHtml } from './text';
import { type Inline, type Wishes, wishesOf } from './wishes';

/**
 * The `sandbox` of the frame. No scripts, no origin, no forms, nothing that leads the page around it elsewhere; a link opens a page beside it, which is
 * the webmail's own and therefore not in the sandbox.
 */
export const FRAME_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

export interface BodyOptions {
  /** The address of the page that shows where a link leads: `signedLinks(…).to`. */
  link: (href: string) => string;
  /** Whether the reader has asked for what lies elsewhere; not unless said. */
  remote?: boolean;
  /** Hosts with their ports of which nothing is fetched though it is asked for: the webmail's own. */
  ownHosts?: readonly string[];
  /** Whether pictures may come from loopback and private networks, once asked for; not unless said. */
  near?: boolean;
  /** HTML unless said, where there is any. */
  prefer?: 'html' | 'text';
}

export interface ShownBody {
  kind: 'html' | 'text';
  /** Every field of the response. */
  headers: Record<string, string>;
  /** The whole document. */
  document: string;
  /** What lies elsewhere and was not fetched: how often, and at which hosts. */
  blocked: { count: number; hosts: string[] };
  /** By index, the attachments that are shown in place. */
  inPlace: number[];
  /** It was longer than what is shown. */
  cut: boolean;
}

/** As much of a message as its body needs to be shown: what `readMessage` gives has it. */
export interface Showable {
  readonly body: ReadMessage['body'];
  readonly attachments: readonly Pick<ReadAttachment, 'index' | 'type' | 'content' | 'contentId'>[];
  readonly head?: { readonly subject: string };
}

/** Never throws. */
export function showBody(message: Showable, options: BodyOptions): ShownBody {
  const { remote = false, prefer = 'html' } = options;
  const { html, text } = message.body;
  const inPlace = new Set<number>();
  const hosts = new Set<string>();
  let count = 0;
  const inline = new Map<string, Inline>();
  for (const { contentId: id, type, content, index } of message.attachments) {
    if (id === '' || inline.has(id)) continue;
    // Taken when it is looked up: so it is known which were shown.
    inline.set(id, {
      type,
      get content() {
        inPlace.add(index);
        return content;
      },
    });
  }
  const wishes = wishesOf({
    remote,
    ownHosts: options.ownHosts ?? [],
    near: options.near ?? false,
    inline,
    link: options.link,
    blocked: ({ host }) => {
      count++;
      if (hosts.size < 50) hosts.add(host);
    },
  });
  const asText = text !== undefined && (prefer === 'text' || !html);
  const shown = asText ? textPage(text, wishes) : htmlPage(html ?? '', wishes);
  return {
    kind: asText ? 'text' : 'html',
    headers: bodyHeaders(remote),
    document: page(message.head?.subject ?? '', shown.style, shown.html),
    blocked: { count, hosts: [...hosts].sort() },
    inPlace: [...inPlace].sort((a, b) => a - b),
    cut: shown.cut,
  };
}

/** The second wall. `sandbox` stands here too, for whoever opens the document outside its frame. */
export function bodyHeaders(remote = false): Record<string, string> {
  const pictures = remote ? 'data: https: http:' : 'data:';
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox ${FRAME_SANDBOX}`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'cache-control': 'private, no-store',
  };
}

const FRAME = 'margin:0;padding:16px;overflow-wrap:break-word;font:15px/1.5 system-ui,sans-serif';
/** HTML is written for white paper, and is shown on it in the dark too. */
const HTML_STYLE = `:root{color-scheme:light;background:#fff;color:#1b1b1b}body{${FRAME}}img{max-width:100%;height:auto}img:not([src]){display:inline-block;min-width:1em;min-height:1em;outline:1px dashed #767676}table{max-width:100%}`;
const TEXT_STYLE = `:root{color-scheme:light dark;background:Canvas;color:CanvasText}body{${FRAME}}pre{margin:0;font:inherit;white-space:pre-wrap}.quoted-1{color:#2f5d8a}.quoted-2{color:#7a4b12}.quoted-3{color:#5b5b5b}.mark{border:1px solid;font-size:.8em}@media(prefers-color-scheme:dark){a{color:#8ab4f8}.quoted-1{color:#9cc3ec}.quoted-2{color:#e0b37d}.quoted-3{color:#b5b5b5}}`;

function htmlPage(html: string, wishes: Wishes) {
  const { html: body, style, cut } = cleanHtml(html, wishes);
  return { html: body, style: `${HTML_STYLE}</style><style>${style}`, cut };
}

function textPage(text: string, wishes: Wishes) {
  return { ...textAsHtml(text, wishes), style: TEXT_STYLE };
}

function page(title: string, style: string, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}
