/** The corpus of hostile mail (features/messages/hostile): each vector with its marks filled in, and the message that it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** One row of the corpus, as its README describes it. */
export interface Row {
  name: string;
  tries: string;
  source: string;
  html?: string;
  /** What stands behind the page's own text where no wall is. */
  then?: string;
  text?: string;
  message?: string;
  octets?: string;
  type?: string;
  attachment?: Attachment;
  click?: boolean;
  through?: 'innerHTML' | 'text';
  /** Why it does not fire in today's Chromium. */
  fires?: string;
  /** What the first wall alone keeps, since the second has to let it pass. */
  first?: string;
  shown?: { subject?: string; from?: string; pretends?: boolean };
  file?: string;
  runs?: boolean;
}

export interface Attachment {
  name: string;
  type: string;
  content: string;
  disposition?: string;
  id?: string;
}

export interface Vector extends Row {
  /** From 0, over all files. */
  id: number;
  /** What its script says where it runs. */
  says: string;
  /** The host of its own that is not the webmail's. */
  host: string;
}

/** Hosts below this are elsewhere. */
export const ELSEWHERE = 'far.test';

/** @param own the origin of the webmail */
export function readCorpus(root: string, own: string): Vector[] {
  const folder = join(root, 'features/messages/hostile');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  const rows = files.flatMap((file) => load(readFileSync(join(folder, file), 'utf8')) as Row[]);
  return rows.map((row, id) => {
    const marks = { id: String(id), hit: `console.log(${saying(id)})`, host: `v${id}.${ELSEWHERE}`, own };
    return { ...(filled(row, marks) as Row), id, says: saying(id), host: marks.host };
  });
}

const saying = (id: number) => String(7_700_000 + id);

type Marks = Record<'id' | 'hit' | 'host' | 'own', string>;

function filled(value: unknown, marks: Marks): unknown {
  if (typeof value === 'string') return expand(value, marks);
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, marks)]));
}

/** `${hit}`, `${far}`, `${600 <div>}` (so often), `${base64 …}`, `${entities …}`, `${url …}`, `${wide …}`, in which `%hit` is the script. */
export function expand(text: string, { id, hit, host, own }: Marks): string {
  return text.replace(/\$\{(\w+)(?: ([^}]*))?\}/g, (_, word: string, rest = '') => {
    const inner = (rest as string).replaceAll('%hit', hit);
    if (/^\d+$/.test(word)) return inner.repeat(Number(word));
    const value = {
      id: () => id,
      hit: () => hit,
      host: () => host,
      far: () => `http://${host}`,
      own: () => own,
      base64: () => Buffer.from(inner).toString('base64'),
      entities: () => [...inner].map((character) => `&#${character.charCodeAt(0)};`).join(''),
      url: () => [...inner].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
      wide: () => Buffer.from(inner, 'utf16le').toString('latin1'),
    }[word];
    if (value === undefined) throw new Error(`the corpus knows no \${${word}}`);
    return value();
  });
}

/** The vector as a message, ready to be delivered. */
export function messageOf(vector: Vector): Buffer {
  if (vector.message !== undefined) return Buffer.from(vector.message.replace(/\r?\n/g, '\r\n'));
  const { html, then = '', text, octets, type, attachment, name } = vector;
  const body =
    octets !== undefined
      ? part(type!, Buffer.from(octets, 'latin1'))
      : html !== undefined
        ? part('text/html; charset=utf-8', Buffer.from(html + then))
        : part('text/plain; charset=utf-8', Buffer.from(text ?? 'a'));
  const head = `From: Mallory <mallory@elsewhere.test>\r\nTo: alice@example.test\r\nSubject: ${name}\r\nMIME-Version: 1.0\r\n`;
  if (attachment === undefined) return Buffer.concat([Buffer.from(head), body]);
  const between = Buffer.from('\r\n--boundary-of-ours\r\n');
  return Buffer.concat([
    Buffer.from(`${head}Content-Type: multipart/related; boundary=boundary-of-ours\r\n`),
    between,
    body,
    between,
    file(attachment),
    Buffer.from('\r\n--boundary-of-ours--\r\n'),
  ]);
}

function part(type: string, octets: Buffer): Buffer {
  const lines = octets.toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(`Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`);
}

function file({ name, type, content, disposition = 'attachment', id }: Attachment): Buffer {
  const fields = [
    `Content-Disposition: ${disposition}; filename*=utf-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    ...(id === undefined ? [] : [`Content-ID: <${id}>`]),
  ];
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n`), part(type, Buffer.from(content))]);
}
