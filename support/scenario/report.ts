/** Delivery status notifications as scenarios speak of them: what one says of the message and of its recipients (RFC 3464 §2). */
import { matchText } from '../dialogue/match-text';
import type { Scope } from '../dialogue/scope';
import { parseTemplate } from '../dialogue/template';
import { Mismatch } from '../outcome';
import { headerFields, headerValue, splitMessage } from './message';

/** Names in small letters; values unfolded, without comments at their end, with one space behind a type. */
type Fields = ReadonlyMap<string, string>;

export interface Report {
  message: Fields;
  recipients: Fields[];
}

/** What stands in a field's place where it must not be there. */
const ABSENT = '${absent}';
/** What somebody said: nothing in it is a comment. */
const VERBATIM = ['diagnostic-code'];

/** The report that a message is, or undefined where it is none (RFC 6522 §3). */
export function readReport(message: Buffer): Report | undefined {
  const type = headerValue(message, 'Content-Type') ?? '';
  if (!/^multipart\/report\b/i.test(type)) return undefined;
  const part = partsOf(message, type).find(isStatus);
  if (part === undefined) return undefined;
  const [first, ...recipients] = blocksOf(decoded(part));
  return { message: first ?? new Map(), recipients };
}

/** What it says of a recipient, by the address that the sender gave or by the last one. */
export function blockOf({ recipients }: Report, address: string): Fields | undefined {
  const wanted = address.toLowerCase();
  return recipients.find((fields) =>
    ['original-recipient', 'final-recipient'].some((name) => addressIn(fields.get(name)) === wanted),
  );
}

/**
 * The report has these fields.
 * @param about `the message`, or the address of a recipient
 * @param text a field a line; `${absent}` as its value says that it has none
 * @throws Mismatch `no-report`, `not-reported-on`, `report-differs`
 */
export function checkReport(received: Buffer, about: string, text: string, scope: Scope): void {
  const report = readReport(received);
  if (report === undefined)
    throw new Mismatch('no-report', 'the received message is no report of delivery status', show(received));
  const fields = about === 'the message' ? report.message : blockOf(report, about);
  if (fields === undefined)
    throw new Mismatch('not-reported-on', `the report says nothing of ${about}`, show(received));
  for (const line of text.split('\n')) checkField(fields, about, line, scope);
}

function checkField(fields: Fields, about: string, line: string, scope: Scope): void {
  const [, name = '', pattern = ''] = /^([^:\s]+):\s*(.*)$/s.exec(line) ?? [];
  if (name === '') throw new Error(`“${line}” is not “Name: pattern”.`);
  const came = fields.get(name.toLowerCase());
  if (pattern === ABSENT ? came === undefined : came !== undefined && fits(pattern, came, scope)) return;
  const all = [...fields].map(([each, value]) => `${each}: ${value}`).join('\n');
  throw new Mismatch('report-differs', `what the report says of ${about} does not fit ${line}`, all);
}

/** Types, actions and host names are equal in any case of letters (RFC 3464 §2.1.2, §2.3.3). */
function fits(pattern: string, came: string, scope: Scope): boolean {
  const result = matchText(parseTemplate(pattern), Buffer.from(came, 'latin1'), scope, undefined, { ignoreCase: true });
  if (result.matched) scope.bind(result.bound);
  return result.matched;
}

function isStatus(part: Buffer): boolean {
  return /^message\/(?:global-)?delivery-status\b/i.test(headerValue(part, 'Content-Type') ?? '');
}

/** RFC 2046 §5.1.1, for what lies at the top of a multipart. */
function partsOf(message: Buffer, type: string): Buffer[] {
  const [, quoted, plain] = /;\s*boundary=(?:"((?:[^"\\]|\\.)*)"|([^\s;()]+))/i.exec(type) ?? [];
  const boundary = quoted?.replace(/\\(.)/g, '$1') ?? plain;
  if (boundary === undefined) return [];
  const delimiter = new RegExp(
    `(?:^|\\r\\n)--${boundary.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:--)?[ \\t]*(?=\\r\\n|$)`,
  );
  const pieces = splitMessage(message).body.toString('latin1').split(delimiter).slice(1);
  return pieces.map((piece) => Buffer.from(piece.replace(/^\r\n/, ''), 'latin1'));
}

/** RFC 6533 §3 allows encodings, which RFC 3464 §2.1 does not. */
function decoded(part: Buffer): string {
  const { body } = splitMessage(part);
  const encoding = (headerValue(part, 'Content-Transfer-Encoding') ?? '').trim().toLowerCase();
  const text = body.toString('latin1');
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('latin1');
  if (encoding !== 'quoted-printable') return text;
  return text
    .replace(/=[ \t]*\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Blocks of fields with an empty line between them: first the message's, then one a recipient (RFC 3464 §2.1). */
function blocksOf(text: string): Fields[] {
  const blocks = text.split(/(?:\r\n[ \t]*){2,}/).filter((block) => block.trim() !== '');
  return blocks.map((block) => {
    const fields = headerFields(Buffer.from(`${block.trimStart()}\r\n\r\n`, 'latin1'));
    return new Map(fields.map(({ name, value }) => [name.toLowerCase(), plain(name, value)]));
  });
}

function plain(name: string, value: string): string {
  const whole = value.replace(/[ \t]+/g, ' ').trim();
  const bare = VERBATIM.includes(name.toLowerCase()) ? whole : whole.replace(/ ?\([^()]*\)$/, '');
  return bare.replace(/^([\w-]+) ?; ?/, '$1; ');
}

function addressIn(value: string | undefined): string | undefined {
  return value?.replace(/^[\w-]+; /, '').toLowerCase();
}

function show(message: Buffer): string {
  return message.toString('latin1', 0, 4000);
}
