/** Delivery status notifications (RFC 3464, RFC 6533 where an address is not ASCII), as multipart/report (RFC 6522). */

import { isEightBit } from './eight-bit';

export interface RecipientStatus {
  /** The address that the message was delivered to, or not. */
  final: string;
  /** RFC 3461 §4.2, as it came with ORCPT. */
  original?: { type: string; address: string } | undefined;
  action: 'delivered' | 'failed' | 'delayed' | 'relayed' | 'expanded';
  /** RFC 3463. */
  status: string;
  /** What happened, in words, where there is more to say. */
  why?: string;
  /** The other server, and what it said, e.g. `550 5.1.1 No such user` (RFC 3464 §2.3.5, §2.3.6). */
  remote?: string;
  diagnostic?: string;
}

export interface Report {
  hostname: string;
  /** Who reports, and to whom: the reverse-path of the message. */
  from: string;
  to: string;
  /** RFC 5322 §3.3. */
  date: string;
  /** Unlike any other report's: for Message-ID and boundary. */
  id: string;
  envelopeId?: string | undefined;
  recipients: readonly RecipientStatus[];
  /** The message, or only its header section (RFC 3461 §4.3). */
  returned: { octets: Buffer; whole: boolean };
}

const WORDS: Readonly<Record<RecipientStatus['action'], string>> = {
  delivered: 'was delivered to',
  failed: 'could not be delivered to',
  delayed: 'could not yet be delivered to',
  relayed: 'was handed to a server that does not report, for',
  expanded: 'was delivered to the list',
};

/** The report as a message, to be sent with a null reverse-path (RFC 3464 §2). */
export function buildReport(report: Report): Buffer {
  const { hostname, from, to, date, id, envelopeId, recipients, returned } = report;
  const global = recipients.some(({ final, original }) => !isAscii(final + (original?.address ?? ''))) || !isAscii(to);
  const boundary = `=_${id}`;
  const header = [
    `From: Mail Delivery System <${from}>`,
    `To: <${to}>`,
    `Date: ${date}`,
    `Message-ID: <${id}@${hostname}>`,
    'Subject: Delivery status notification',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${global ? 'global-' : ''}delivery-status;`,
    `\tboundary="${boundary}"`,
  ];
  const text = [
    `This is the mail server ${hostname}. Your message`,
    '',
    ...recipients.flatMap(({ action, final, why }) => {
      return [
        `  ${WORDS[action]} <${final}>${why === undefined ? '' : ':'}`,
        ...(why === undefined ? [] : wrapped(why)),
      ];
    }),
  ];
  const perMessage = [`Reporting-MTA: dns; ${hostname}`];
  if (envelopeId !== undefined) perMessage.push(`Original-Envelope-Id: ${envelopeId}`);
  const status = [...perMessage, ...recipients.flatMap((recipient) => ['', ...fields(recipient)])];
  const lines = [
    ...header,
    '',
    `--${boundary}`,
    `Content-Type: text/plain; charset=${global ? 'utf-8' : 'us-ascii'}`,
    '',
    ...text,
    '',
    `--${boundary}`,
    `Content-Type: message/${global ? 'global-' : ''}delivery-status`,
    '',
    ...status,
    '',
    `--${boundary}`,
    `Content-Type: ${returnedType(returned.whole, global)}`,
    ...encodingOf(returned.octets),
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), returned.octets, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

/** The fields of one recipient (RFC 3464 §2.3). */
function fields({ final, original, action, status, remote, diagnostic }: RecipientStatus): string[] {
  const lines = original === undefined ? [] : [`Original-Recipient: ${original.type}; ${original.address}`];
  lines.push(`Final-Recipient: ${isAscii(final) ? 'rfc822' : 'utf-8'}; ${final}`);
  lines.push(`Action: ${action}`, `Status: ${status}`);
  if (remote !== undefined) lines.push(`Remote-MTA: dns; ${remote}`);
  if (diagnostic !== undefined) lines.push(...folded(`Diagnostic-Code: smtp; ${diagnostic}`));
  return lines;
}

/** RFC 2045 §6.2: what is not said to be more is 7bit. */
function encodingOf(octets: Buffer): string[] {
  return isEightBit(octets) ? ['Content-Transfer-Encoding: 8bit'] : [];
}

/** What somebody else said may be long: lines of some 76 octets, those of a field folded (RFC 5322 §2.2.3). */
function folded(text: string): string[] {
  return wrapped(text, '', '\t');
}

function wrapped(text: string, first = '    ', later = first): string[] {
  const lines = text.match(/(?=\S).{1,72}(?=\s|$)|\S{73,400}/g) ?? [];
  return lines.map((line, i) => (i === 0 ? first : later) + line);
}

function returnedType(whole: boolean, global: boolean): string {
  if (global) return whole ? 'message/global' : 'message/global-headers';
  return whole ? 'message/rfc822' : 'text/rfc822-headers';
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
