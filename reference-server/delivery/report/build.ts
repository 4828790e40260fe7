/** Delivery status notifications (RFC 3464, RFC 6533 where an address is not ASCII), as multipart/report (RFC 6522). */

import { formatDate } from '../date';
import { headerText } from '../header-text';
import type { Field } from './fields';
import { encodingOf, type Part, type Wide, writePart } from './part';

export interface Report {
  /** Who reports, and to whom: the reverse-path of the message. */
  from: string;
  to: string;
  subject: string;
  /** Milliseconds since 1970. */
  date: number;
  /** Unlike any other report's: for Message-ID and boundary. */
  id: string;
  hostname: string;
  /** What it says to people, line by line. */
  words: readonly string[];
  /** The fields of the message, then those of each recipient. */
  status: readonly (readonly Field[])[];
  /** Whether there are addresses in UTF-8 in the fields. */
  global: boolean;
  /** The message, or what is given back of it. */
  returned: Part;
  wide: Wide;
}

/** The report as a message, to be sent with a null reverse-path (RFC 3464 §2). */
export function buildReport(report: Report): Buffer {
  const { from, to, subject, date, id, hostname, words, status, global, returned, wide } = report;
  const kind = `${global ? 'global-' : ''}delivery-status`;
  const boundary = `=_${id}`;
  const text = Buffer.from(lines(words));
  const groups = status.map((fields) => lines(fields.map(([name, value]) => `${name}: ${value}`)));
  const parts: Part[] = [
    { type: `text/plain; charset=${global ? 'utf-8' : 'us-ascii'}`, octets: text },
    { type: `message/${kind}`, octets: Buffer.from(groups.join('\r\n')) },
    returned,
  ];
  const eightBit = parts.some((part) => encodingOf(part, wide) === '8bit');
  const header = [
    `From: Mail Delivery System <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Date: ${formatDate(date)}`,
    `Message-ID: <${id}@${hostname}>`,
    ...answered(returned.octets),
    // RFC 3834 §5.2: not auto-generated.
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${kind};\r\n\tboundary="${boundary}"`,
    ...(eightBit ? ['Content-Transfer-Encoding: 8bit'] : []),
  ];
  return Buffer.concat([
    Buffer.from(lines([...header, ''])),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), writePart(part, wide), Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** RFC 5322 §3.6.4: what is answered, where it says what it is called. */
function answered(message: Buffer): string[] {
  const id = /(?:^|\r\n)message-id:\s*(<[!-;=?-~]{1,240}>)\s*\r\n/i.exec(headerText(message))?.[1];
  return id === undefined ? [] : [`In-Reply-To: ${id}`, `References: ${id}`];
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\r\n`).join('');
}
