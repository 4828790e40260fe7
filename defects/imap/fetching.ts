/** Mistakes with FETCH: items, sections, \Seen, BINARY (RFC 9051 §6.4.5, RFC 3516). */

import { headerOf, selectFields } from '../../reference-server/imap/fetch/header-fields';
import { no } from '../../reference-server/imap/refusal';
import { decodeTransfer } from '../../reference-server/mime/transfer';
import { replacing } from './responses';
import { COMMON, choosing, defect, type ImapDefect, parsing, retyping, selected } from './tools';

/** Fields whose names are written so, letter by letter. */
function exactFields(header: Buffer, names: readonly string[], inverted: boolean): Buffer {
  const present: string[] = header.toString('latin1').match(/^[^\s:]+(?=:)/gm) ?? [];
  return selectFields(
    header,
    names.filter((name) => present.includes(name)),
    inverted,
  );
}

export const fetching: readonly ImapDefect[] = [
  defect(
    'peek-sets-seen',
    'Whatever is read of a message sets \\Seen.',
    'https://github.com/jstedfast/MailKit/issues/1432',
    selected((right) => ({
      setsSeen: (item) => right.setsSeen(item) || /^(?:section|binary|ENVELOPE|BODY|BODYSTRUCTURE)$/.test(item.kind),
    })),
  ),
  defect(
    'body-does-not-set-seen',
    'BODY[] does not set \\Seen.',
    COMMON,
    selected(() => ({ setsSeen: () => false })),
  ),
  defect(
    'rfc822-header-sets-seen',
    'RFC822.HEADER sets \\Seen.',
    COMMON,
    selected((right) => ({
      setsSeen: (item) => right.setsSeen(item) || ('name' in item && item.name === 'RFC822.HEADER'),
    })),
  ),
  defect(
    'macro-all-with-body',
    'ALL gives BODY instead of ENVELOPE.',
    COMMON,
    retyping(['FETCH', 'UID FETCH'], (text) => text.replace(/(?<= )ALL$/i, '(FLAGS INTERNALDATE RFC822.SIZE BODY)')),
  ),
  defect(
    'size-counts-lf',
    'RFC822.SIZE counts a line end as one octet.',
    COMMON,
    choosing({
      size: (session, { blob, size }) =>
        size - (session.store.messages.content(blob).toString('latin1').match(/\r\n/g)?.length ?? 0),
    }),
  ),
  defect(
    'header-without-blank-line',
    'HEADER leaves out the empty line.',
    COMMON,
    choosing({
      header: (octets) => {
        const header = headerOf(octets);
        return header.toString('latin1').endsWith('\r\n\r\n') ? header.subarray(0, -2) : header;
      },
    }),
  ),
  defect(
    'header-fields-case-sensitive',
    'HEADER.FIELDS finds names in one spelling only.',
    'https://github.com/foxcpp/maddy/issues/73',
    choosing({ fields: exactFields }),
  ),
  defect(
    'header-fields-not-inverted',
    'HEADER.FIELDS.NOT is HEADER.FIELDS.',
    COMMON,
    choosing({
      fields: (header, names) => selectFields(header, names, false),
    }),
  ),
  defect(
    'partial-length-off',
    'A partial fetch gives an octet too few.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/659',
    choosing({
      slice: (octets, first, count) => octets.subarray(first, first + count).subarray(0, -1),
    }),
  ),
  defect(
    'partial-beyond-end',
    'A partial fetch that begins beyond the end is an error.',
    'https://github.com/greenmail-mail-test/greenmail/pull/983',
    choosing({
      slice: (octets, first, count) => {
        if (first >= octets.length) throw no('There is nothing there');
        return octets.subarray(first, first + count);
      },
    }),
  ),
  defect(
    'partial-before-subsetting',
    'A partial fetch of HEADER.FIELDS counts in the whole header.',
    COMMON,
    choosing({
      slice: (octets, first, count, { section }, whole) => {
        if (!section.fields) return octets.subarray(first, first + count);
        return selectFields(
          headerOf(whole()).subarray(first, first + count),
          section.fields,
          section.text !== 'HEADER.FIELDS',
        );
      },
    }),
  ),
  defect(
    'nested-parts-misnumbered',
    'Parts of parts are counted from 0.',
    'https://github.com/roundcube/roundcubemail/issues/9011',
    parsing((right) => ({
      part: (structure, [first, ...rest]) => right.part(structure, [first!, ...rest.map((number) => number + 1)]),
    })),
  ),
  defect(
    'binary-nul-cut',
    'BINARY ends at the first NUL.',
    COMMON,
    choosing({
      decode: (octets, encoding) => {
        const decoded = decodeTransfer(octets, encoding);
        return decoded?.includes(0) ? decoded.subarray(0, decoded.indexOf(0)) : decoded;
      },
    }),
  ),
  defect(
    'binary-size-encoded',
    'BINARY.SIZE is the size before decoding.',
    COMMON,
    choosing({
      binarySize: (decoded, part) => (part ? part.body[1] - part.body[0] : decoded.length),
    }),
  ),
  defect(
    'binary-partial-encoded',
    'A partial fetch of BINARY counts before decoding.',
    COMMON,
    choosing({
      slice: (octets, first, count, { kind }) => {
        if (kind !== 'binary') return octets.subarray(first, first + count);
        const encoded = Buffer.from(octets.toString('base64'));
        return Buffer.from(encoded.toString('latin1', first, first + count), 'base64');
      },
    }),
  ),
  defect(
    'binary-always-literal8',
    'BINARY is sent as a literal8, whether it has NUL in it or not.',
    'seen in Dovecot 2.3.19',
    replacing(/(?<=[ (]BINARY\[[^\]]*\](?:<\d+>)? )\{/g, '~{'),
  ),
  defect(
    'unknown-cte-passed',
    'BINARY of an unknown encoding gives what is encoded.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/4567',
    choosing({
      decode: (octets, encoding) => decodeTransfer(octets, encoding) ?? octets,
    }),
  ),
];
