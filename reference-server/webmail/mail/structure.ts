/** Which parts of a message are its text, which are shown in it, and which hang on to it. */

import type { MessageStructureObject } from 'imapflow';
import { safeName, safeType } from '../content';

export interface Part {
  /** As IMAP counts (RFC 9051 §6.4.5). */
  readonly number: string;
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Octets, as it is encoded. */
  readonly size: number;
  readonly encoding: string;
  /** Its Content-ID, without brackets. */
  readonly id: string | undefined;
  /** A name that is safe to save it by. */
  readonly name: string;
}

/** How a message is protected, by what it says of itself: none of it was verified. */
export type Protection = 'smime-signed' | 'smime-encrypted' | 'openpgp-signed' | 'openpgp-encrypted';

export interface Contents {
  readonly text: Part | undefined;
  readonly html: Part | undefined;
  /** Pictures that the HTML may name. */
  readonly inline: readonly Part[];
  readonly attachments: readonly Part[];
  readonly protections: readonly Protection[];
  /** What a report is about (RFC 6522), when the message is one. */
  readonly report: { readonly type: string; readonly status: Part | undefined } | undefined;
}

interface Draft {
  text?: Part;
  html?: Part;
  inline: Part[];
  attachments: Part[];
  protections: Protection[];
  report?: Contents['report'];
}

export function contentsOf(root: MessageStructureObject): Contents {
  const draft: Draft = { inline: [], attachments: [], protections: [] };
  walk(root, draft, false);
  const { text, html, inline, attachments, protections, report } = draft;
  return { text, html, inline, attachments, protections, report };
}

/** Whether the list shows the mark of something that hangs on to the message. */
export function hasAttachments(root: MessageStructureObject): boolean {
  return contentsOf(root).attachments.length > 0;
}

function walk(node: MessageStructureObject, draft: Draft, related: boolean): void {
  const type = node.type.toLowerCase();
  const protection = protectionOf(type, node.parameters ?? {});
  if (protection) draft.protections.push(protection);
  if (type.startsWith('multipart/')) {
    if (type === 'multipart/report') {
      const status = node.childNodes?.find(({ type }) => /^message\/(global-)?delivery-status$/i.test(type));
      draft.report = { type: node.parameters?.['report-type']?.toLowerCase() ?? '', status: status && partOf(status) };
    }
    for (const child of node.childNodes ?? []) walk(child, draft, related || type === 'multipart/related');
    return;
  }
  const part = partOf(node);
  const attached = node.disposition?.toLowerCase() === 'attachment';
  if (!attached && type === 'text/plain' && !draft.text && !draft.html) draft.text = part;
  else if (!attached && type === 'text/html' && !draft.html) draft.html = part;
  else if (!attached && part.id !== undefined && type.startsWith('image/') && related) draft.inline.push(part);
  else draft.attachments.push(part);
}

function partOf(node: MessageStructureObject): Part {
  return {
    number: node.part ?? '1',
    type: safeType(node.type),
    parameters: node.parameters ?? {},
    size: node.size ?? 0,
    encoding: node.encoding?.toLowerCase() ?? '7bit',
    id: node.id?.replace(/^<|>$/g, ''),
    name: nameOf(node),
  };
}

/** The part of this number, wherever it stands; undefined where there is none. */
export function partNumbered(root: MessageStructureObject, number: string): Part | undefined {
  if (!root.type.toLowerCase().startsWith('multipart/') && (root.part ?? '1') === number) return partOf(root);
  for (const child of root.childNodes ?? []) {
    const found = partNumbered(child, number);
    if (found) return found;
  }
  return undefined;
}

/** RFC 8551 §3.2 and §3.5, RFC 3156 §4 and §5. */
function protectionOf(type: string, parameters: Readonly<Record<string, string>>): Protection | undefined {
  const protocol = parameters.protocol?.toLowerCase() ?? '';
  if (type === 'multipart/signed') return protocol.includes('pgp') ? 'openpgp-signed' : 'smime-signed';
  if (type === 'multipart/encrypted') return 'openpgp-encrypted';
  if (type === 'application/pkcs7-mime' || type === 'application/x-pkcs7-mime')
    return parameters['smime-type']?.toLowerCase() === 'signed-data' ? 'smime-signed' : 'smime-encrypted';
  return undefined;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'txt',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
};

function nameOf({ dispositionParameters, parameters, type, envelope, part }: MessageStructureObject): string {
  const given = dispositionParameters?.filename ?? parameters?.name;
  const otherwise = envelope?.subject ? `${envelope.subject.slice(0, 60)}.eml` : undefined;
  const last = Number(part?.split('.').at(-1) ?? 1);
  return safeName(given ?? otherwise, last - 1, EXTENSIONS[type.toLowerCase()]).name;
}
