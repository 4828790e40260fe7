/** Mistakes with ENVELOPE and BODYSTRUCTURE (RFC 9051 §7.5.2). */

import type { ImapSeams } from '../../reference-server/imap/seams';
import { decodeWords } from '../../reference-server/mime/encoded-words';
import { binaryOf } from '../../reference-server/mime/octets';
import { isMessage } from '../../reference-server/mime/parse';
import type { Address, Envelope, Part } from '../../reference-server/mime/structure';
import { decodeTransfer } from '../../reference-server/mime/transfer';
import { COMMON, defect, type ImapDefect, parsing, selected } from './tools';

const LISTS = ['from', 'sender', 'replyTo', 'to', 'cc', 'bcc'] as const;

/** An envelope edited: a message's own, and those of messages that are enclosed. */
function envelopes(edit: (envelope: Envelope) => Envelope): ImapSeams {
  return parsing((right) => ({
    envelope: (header) => edit(right.envelope(header)),
    structure: (octets) => {
      const structure = right.structure(octets);
      for (const part of structure.parts) if (part.envelope) part.envelope = edit(part.envelope);
      return structure;
    },
  }));
}

/** An envelope with every list of addresses edited. */
function lists(edit: (addresses: Address[]) => Address[]): ImapSeams {
  return envelopes((envelope) => {
    const changed: Envelope = { ...envelope };
    for (const name of LISTS) changed[name] = envelope[name] && edit(envelope[name]);
    return changed;
  });
}

/** A structure with every part edited; `of` is what the part stands in. */
export function parts(edit: (part: Part, of: Part | undefined, octets: Buffer) => void): ImapSeams {
  return parsing((right) => ({
    structure: (octets) => {
      const structure = right.structure(octets);
      for (const part of structure.parts) edit(part, structure.parts[part.parent], octets);
      return structure;
    },
  }));
}

function opaque(part: Part, type: string, subtype: string): void {
  Object.assign(part, { type, subtype, children: [] });
}

export const structure: readonly ImapDefect[] = [
  defect(
    'envelope-order',
    'To and cc have changed places.',
    COMMON,
    envelopes((envelope) => ({ ...envelope, to: envelope.cc, cc: envelope.to })),
  ),
  defect(
    'envelope-no-sender-default',
    "Sender and reply-to are not From's where they are missing.",
    'https://github.com/pimalaya/himalaya/issues/649',
    envelopes(({ from, sender, replyTo, ...rest }) => ({
      ...rest,
      from,
      sender: sender === from ? null : sender,
      replyTo: replyTo === from ? null : replyTo,
    })),
  ),
  defect(
    'envelope-empty-for-nil',
    'Fields that are missing are empty strings.',
    'https://github.com/emersion/go-imap/pull/377',
    envelopes(({ date, subject, inReplyTo, messageId, ...rest }) => ({
      ...rest,
      date: date ?? '',
      subject: subject ?? '',
      inReplyTo: inReplyTo ?? '',
      messageId: messageId ?? '',
    })),
  ),
  defect(
    'envelope-decodes-words',
    'Encoded words are decoded.',
    COMMON,
    envelopes((envelope) => ({
      ...envelope,
      subject: envelope.subject && binaryOf(decodeWords(envelope.subject)),
    })),
  ),
  defect(
    'envelope-group-flattened',
    'Groups are lost, their members stay.',
    COMMON,
    lists((all) => all.filter(({ host }) => host !== null)),
  ),
  defect(
    'envelope-quoted-comma',
    'A comma in a quoted name parts addresses.',
    COMMON,
    lists((all) =>
      all.flatMap((address) => {
        const [first, ...rest] = address.name?.split(',') ?? [];
        if (rest.length === 0) return [address];
        return [
          { ...address, name: null, mailbox: first!, host: '' },
          { ...address, name: rest.join(',').trim() },
        ];
      }),
    ),
  ),
  defect(
    'body-with-extensions',
    'BODY has the extension data of BODYSTRUCTURE.',
    COMMON,
    selected((right) => ({ body: (message) => right.body(message, 'BODYSTRUCTURE') })),
  ),
  defect(
    'structure-defaults',
    'A message without MIME fields is application/octet-stream.',
    'https://github.com/dbmail/dbmail/pull/24',
    parts((part) => {
      const silent = part.parameters.length === 1 && part.parameters[0]![1] === 'us-ascii' && part.encoding === '7bit';
      if (silent && part.type === 'text') opaque(part, 'application', 'octet-stream');
    }),
  ),
  defect(
    'structure-message-opaque',
    'An encapsulated message shows nothing of what is in it.',
    'https://github.com/emersion/go-imap/pull/704',
    parts((part) => {
      if (isMessage(part)) opaque(part, 'application', 'octet-stream');
    }),
  ),
  defect(
    'structure-without-disposition',
    'Dispositions are left out.',
    COMMON,
    parts((part) => {
      part.disposition = undefined;
    }),
  ),
  defect(
    'digest-default-type',
    'Parts of a digest are text by default.',
    COMMON,
    parts((part, of, octets) => {
      const named = /^content-type[ \t]*:/im.test(octets.toString('latin1', ...part.header));
      if (of?.subtype === 'digest' && isMessage(part) && !named) opaque(part, 'text', 'plain');
    }),
  ),
  defect(
    'structure-decoded-size',
    'Sizes are those of what is decoded.',
    COMMON,
    parts((part, _of, octets) => {
      part.octets = decodeTransfer(octets.subarray(...part.body), part.encoding)?.length ?? part.octets;
    }),
  ),
];
