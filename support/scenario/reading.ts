/**
 * What independent parsers read in a message: its subject, its texts, its attachments. Neither is ours, and the bundled server's own parser is no
 * judge here. Where the two do not agree with each other, only what both deny is a mismatch.
 */
import type { Attachment as MailparserAttachment } from 'mailparser';
import type { Scope } from '../dialogue/scope';
import { Mismatch } from '../outcome';

export interface Reading {
  parser: string;
  subject: string;
  text: string;
  html: string;
  /** `image/png dot.png 68`: type, file name where there is one, octets. */
  attachments: string[];
  /** What a report says to programs (RFC 6522 §3). */
  status: string;
}

/** One row of “parsers read”: what, and its value. */
export interface ReadingRow {
  what: string;
  value: string;
}

type Test = (reading: Reading, value: string) => boolean;

/** What the first column of the table may name. */
export const READINGS: Readonly<Record<string, Test>> = {
  subject: ({ subject }, value) => subject === value,
  text: ({ text }, value) => text.includes(value),
  html: ({ html }, value) => html.includes(value),
  attachment: ({ attachments }, value) => attachments.includes(value),
  attachments: ({ attachments }, value) => attachments.length === Number(value),
  status: ({ status }, value) => status.includes(value),
};

/** @throws Mismatch `reading-differs` with what each parser read */
export async function checkReading(message: Buffer, rows: readonly ReadingRow[], scope: Scope): Promise<void> {
  const readings = [await readWithPostalMime(message), await readWithMailparser(message)];
  checkReadings(
    readings,
    rows.map(({ what, value }) => ({ what, value: scope.expand(value).toString() })),
  );
}

/** @throws Mismatch `reading-differs` for the first row that no parser bears out */
export function checkReadings(readings: readonly Reading[], rows: readonly ReadingRow[]): void {
  for (const { what, value } of rows) {
    const test = READINGS[what];
    if (test === undefined)
      throw new Error(`“${what}” is nothing that parsers read; write ${Object.keys(READINGS).join(', ')}.`);
    if (readings.some((reading) => test(reading, value))) continue;
    throw new Mismatch(
      'reading-differs',
      `no parser reads ${what} “${value}” in the received message`,
      readings.map(show).join('\n'),
    );
  }
}

const STATUS = /^message\/(?:global-)?delivery-status$/i;

// Loaded when first needed: most scenarios never are.
async function readWithPostalMime(message: Buffer): Promise<Reading> {
  const { default: PostalMime } = await import('postal-mime');
  const { subject = '', text = '', html = '', attachments } = await PostalMime.parse(message);
  const shown = attachments.map(({ mimeType, filename, content }) => {
    const size = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
    return attachment(mimeType, filename ?? undefined, size);
  });
  const [report] = attachments.filter(({ mimeType }) => STATUS.test(mimeType));
  const status = report === undefined ? '' : Buffer.from(report.content as ArrayBuffer).toString();
  return { parser: 'postal-mime', subject, text, html, attachments: shown, status };
}

async function readWithMailparser(message: Buffer): Promise<Reading> {
  const { simpleParser } = await import('mailparser');
  const { subject = '', text = '', html, attachments } = await simpleParser(message, { skipTextToHtml: true });
  const shown = attachments.map(({ contentType, filename, size }: MailparserAttachment) =>
    attachment(contentType, filename, size),
  );
  const status = attachments.find(({ contentType }) => STATUS.test(contentType))?.content.toString() ?? '';
  return { parser: 'mailparser', subject, text, html: html || '', attachments: shown, status };
}

function attachment(type: string, filename: string | undefined, octets: number): string {
  return [type.toLowerCase(), ...(filename === undefined ? [] : [filename]), String(octets)].join(' ');
}

function show({ parser, subject, text, html, attachments }: Reading): string {
  const excerpt = (whole: string) => JSON.stringify(whole.length > 200 ? `${whole.slice(0, 200)}…` : whole);
  return `${parser}: subject ${excerpt(subject)}, text ${excerpt(text)}, html ${excerpt(html)}, attachments ${JSON.stringify(attachments)}`;
}
