/**
 * Signs what users hand in here and what this server writes itself (RFC 6376 §5): on the way out, when a message has the form in which the next
 * server gets it (§5.3).
 */

import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { type Field, sameName } from '../../mime/header';
import type { Clock } from '../../net/clock';
import { authorsOf } from '../dmarc/authors';
import { canonicalBody } from './canonical';
import { canonicalizationsOf } from './signature';
import { fieldsNamed, type SignedMessage, signedHeader, takenApart } from './signed-message';

export interface SigningOptions {
  /** d=: signed is what an author at this domain, or at a name below it, has written. */
  domain: string;
  /** s=: the key's record stands at `<selector>._domainkey.<domain>`. */
  selector: string;
  /** PEM of an RSA key of 1024 bits at least (RFC 8301 §3.2). */
  key: string;
  /** Names of the fields that are signed, From besides; those of SIGNED_FIELDS, when absent. */
  fields?: string[];
  /** c=; `relaxed/relaxed`, when absent. */
  canonicalization?: string;
  /** Milliseconds for which a signature is good; 30 days, when absent. */
  lasts?: number;
}

/** RFC 6376 §5.4.1, and what decides how a body is shown. What lists and forwarders add, and trace fields, are not among them. */
export const SIGNED_FIELDS: readonly string[] = [
  ...['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
];
/** Signed where they are there, and no more often: who sends a message on may add his own (RFC 5322 §3.6.6). */
const AS_THEY_ARE: readonly string[] = ['Resent-From', 'Resent-Date', 'Resent-To', 'Resent-Cc'];

const LASTS = 30 * 86_400_000;
/** Characters of a line of the field (RFC 5322 §2.1.1). */
const LINE = 72;

/** The tags of a signature but for b=, in their order. */
export type SignatureTags = ReadonlyMap<string, string>;

export class DkimSigner {
  private readonly key: KeyObject;

  constructor(private readonly parts: { readonly clock: Clock; readonly options: SigningOptions }) {
    this.key = createPrivateKey(parts.options.key);
  }

  /** Whether all its authors are of the domain: for others it has no key (RFC 6376 §5.1), and without an author there is nothing to sign (§5.4). */
  signs(content: Buffer): boolean {
    const domain = this.domain();
    const authors = authorsOf(content) ?? [];
    return authors.length > 0 && authors.every((author) => author === domain || author.endsWith(`.${domain}`));
  }

  /** The message with its signature. */
  sign(content: Buffer): Buffer {
    return this.placed(this.signature(takenApart(content)), content);
  }

  /** On top, as trace fields are, and so above other signatures (RFC 6376 §5.6). */
  placed(signature: Buffer, content: Buffer): Buffer {
    return Buffer.concat([signature, content]);
  }

  /** The field with its CRLF. */
  signature(message: SignedMessage): Buffer {
    const tags = this.tags(message);
    const hashed = Buffer.from(this.headerOf(tags, message), 'latin1');
    return Buffer.from(written(tags, sign('sha256', hashed, this.key).toString('base64')), 'latin1');
  }

  tags(message: SignedMessage): SignatureTags {
    const { selector, canonicalization = 'relaxed/relaxed', lasts = LASTS } = this.parts.options;
    const now = this.parts.clock.now();
    const [, body] = canonicalizationsOf(canonicalization);
    const hash = createHash('sha256').update(canonicalBody(message.body, body), 'latin1');
    return new Map([
      ['v', '1'],
      ['a', 'rsa-sha256'],
      ['c', canonicalization],
      ['d', this.domain()],
      ['s', selector],
      ['t', String(Math.floor(now / 1000))],
      ['x', String(Math.floor((now + lasts) / 1000))],
      ['h', this.names(message).join(':')],
      ['bh', hash.digest('base64')],
    ]);
  }

  /**
   * h=: each name as often as there are such fields, and once more, so that none can be added below it (RFC 6376 §5.4). No length of the body is
   * told: what is added to it breaks the signature (§8.2).
   */
  names({ fields }: SignedMessage): string[] {
    const { fields: chosen = SIGNED_FIELDS } = this.parts.options;
    const named = ['From', ...chosen.filter((name) => !sameName(name, 'From'))];
    const times = (name: string, more: number) =>
      Array<string>(fields.filter((field) => sameName(field.name, name)).length + more).fill(name);
    return [...named.flatMap((name) => times(name, 1)), ...AS_THEY_ARE.flatMap((name) => times(name, 0))];
  }

  /** What is signed: the fields of h=, and the signature without its value (RFC 6376 §3.7). */
  headerOf(tags: SignatureTags, message: SignedMessage): string {
    const [header] = canonicalizationsOf(tags.get('c')!);
    return signedHeader(message, this.chosen(tags.get('h')!.split(':'), message.fields), written(tags, ''), header);
  }

  /** The fields of h=. */
  chosen(names: readonly string[], fields: readonly Field[]): Field[] {
    return fieldsNamed(names, fields);
  }

  private domain(): string {
    return domainToASCII(this.parts.options.domain).toLowerCase();
  }
}

/** Short tags go together; a list of names is folded behind colons, base64 anywhere (RFC 6376 §3.5). Where b= stands does not hang on its value. */
function written(tags: SignatureTags, value: string): string {
  const lines = ['DKIM-Signature:'];
  for (const [name, text] of tags) {
    const [first = '', ...more] = pieces(`${name}=${text};`, name);
    const last = lines.pop()!;
    const fits = last.length + 1 + first.length <= LINE;
    lines.push(...(fits ? [`${last} ${first}`] : [last, `\t${first}`]), ...more.map((piece) => `\t${piece}`));
  }
  lines.push(...pieces(`b=${value}`, 'b').map((piece) => `\t${piece}`));
  return `${lines.join('\r\n')}\r\n`;
}

function pieces(text: string, name: string): string[] {
  if (name === 'h') return text.match(/.{1,68}(?<=[:;])|[^:]+:?/g)!;
  return name === 'b' || name === 'bh' ? text.match(/.{1,68}/g)! : [text];
}
