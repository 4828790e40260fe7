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
  /** Of the type of RFC 6533 §4.1. */
  global: boolean;
}

/** RFC 2046 §5.1.1 allows 70 characters; one of many thousand is more than an expression can hold. */
const LONGEST_BOUNDARY = 1000;
/** What stands in a field's place where it must not be there. */
const ABSENT = '${absent}';
/** What somebody said: nothing in it is a comment. */
const VERBATIM = ['diagnostic-code'];
/** RFC 3464 §2.2.1, §2.3.2: here letters are what they are. Types, actions and host names are equal in any case (§2.1.2, §2.3.3). */
const EXACT = ['original-envelope-id', 'original-recipient', 'final-recipient'];

/** The report that a message holds, or undefined where it holds none. That it is to be a multipart/report (RFC 3464 §2) one scenario judges for all. */
export function readReport(message: Buffer): Report | undefined {
  const type = headerValue(message, 'Content-Type') ?? '';
  if (!/^multipart\//i.test(type)) return undefined;
  const part = partsOf(message, type).find(isStatus);
  if (part === undefined) return undefined;
  const [first, ...recipients] = blocksOf(decoded(part));
  return { message: first ?? new Map(), recipients, global: isGlobal(part) };
}

/** What it says of a recipient, by the address that the sender gave or by the last one. */
export function blockOf({ recipients }: Report, address: string): Fields | undefined {
  const wanted = address.toLowerCase();
  return recipients.find((fields) =>
    ['original-recipient', 'final-recipient'].some((name) => addressIn(fields.get(name))?.toLowerCase() === wanted),
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
  const ignoreCase = !EXACT.includes(name.toLowerCase());
  if (pattern === ABSENT ? came === undefined : came !== undefined && fits(pattern, came, scope, ignoreCase)) return;
  const all = [...fields].map(([each, value]) => `${each}: ${value}`).join('\n');
  throw new Mismatch('report-differs', `what the report says of ${about} does not fit ${line}`, all);
}

function fits(pattern: string, came: string, scope: Scope, ignoreCase: boolean): boolean {
  const result = matchText(parseTemplate(pattern), Buffer.from(came, 'latin1'), scope, undefined, { ignoreCase });
  if (result.matched) scope.bind(result.bound);
  return result.matched;
}

function isStatus(part: Buffer): boolean {
  return /^message\/(?:global-)?delivery-status\b/i.test(headerValue(part, 'Content-Type') ?? '');
}

function isGlobal(part: Buffer): boolean {
  return /^message\/global-/i.test(headerValue(part, 'Content-Type') ?? '');
}

/** RFC 2046 §5.1.1, for what lies at the top of a multipart. */
function partsOf(message: Buffer, type: string): Buffer[] {
  const [, quoted, plain] = /;\s*boundary=(?:"((?:[^"\\]|\\.)*)"|([^\s;()]+))/i.exec(type) ?? [];
  const boundary = quoted?.replace(/\\(.)/g, '$1') ?? plain;
  if (boundary === undefined || boundary.length > LONGEST_BOUNDARY) return [];
  const delimiter = new RegExp(
    `(?:^|\\r\\n)--${boundary.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:--)?[ \\t]*(?=\\r\\n|$)`,
  );
  const pieces = splitMessage(message).body.toString('latin1').split(delimiter).slice(1);
  return pieces.map((piece) => Buffer.from(piece.replace(/^\r\n/, ''), 'latin1'));
}

/** RFC 6533 §4.4 allows encodings for its own type, and RFC 3464 §2.1 none. */
function decoded(part: Buffer): string {
  const { body } = splitMessage(part);
  if (!isGlobal(part)) return body.toString('latin1');
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
    const found = new Map<string, string>();
    // A field that is there twice has a value that fits nothing: once is all that may be (RFC 3464 §2.2).
    for (const { name, value } of fields) {
      const before = found.get(name.toLowerCase());
      found.set(name.toLowerCase(), before === undefined ? plain(name, value) : `${before}\n${plain(name, value)}`);
    }
    return found;
  });
}

function plain(name: string, value: string): string {
  const whole = value.replace(/[ \t]+/g, ' ').trim();
  const bare = VERBATIM.includes(name.toLowerCase()) ? whole : whole.replace(/ ?\([^()]*\)$/, '');
  return bare.replace(/^([\w-]+) ?; ?/, (_, type) => `${type.toLowerCase()}; `);
}

/** However its characters are written (RFC 6533 §3). */
function addressIn(value: string | undefined): string | undefined {
  const [, type, address] = /^([\w-]+); (.*)$/s.exec(value ?? '') ?? [];
  if (type !== 'utf-8') return address;
  return Buffer.from(address!, 'latin1')
    .toString('utf8')
    .replace(/\\x\{([0-9A-F]{2,6})\}/g, (written, digits) => characterOf(Number.parseInt(digits, 16)) ?? written);
}

/** Undefined beyond the last that there is: who writes such a one must not stop who reads it. */
function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function show(message: Buffer): string {
  return message.toString('latin1', 0, 4000);
}
