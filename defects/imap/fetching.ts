/** Mistakes with FETCH: items, sections, \Seen, BINARY (RFC 9051 §6.4.5, RFC 3516). */

import { BINARY } from '../../reference-server/imap/extensions/binary';
import { selectFields } from '../../reference-server/imap/fetch/header-fields';
import { BODY, type OctetsItem } from '../../reference-server/imap/fetch/items';
import { no, Refusal } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Section } from '../../reference-server/imap/syntax/section';
import { editing, replacing } from './responses';
import { COMMON, defect, type ImapDefect, parsing, retyping, selected } from './tools';

/** What is asked for, whole, edited before a partial fetch takes its piece of it. */
export function fetched(edit: (octets: Buffer, item: OctetsItem) => Buffer): ImapSeams {
  return selected((right) => ({
    octets(message, item) {
      const { partial } = item;
      const octets = right.octets(message, { ...item, partial: undefined });
      const edited = octets && edit(octets, item);
      return edited && partial ? edited.subarray(partial.first, partial.first + partial.count) : edited;
    },
  }));
}

const NOTHING = Buffer.alloc(0);

/** Where a response tells the size of a message. */
export const SIZE = /^(\* (\d+) FETCH \((?:[\s\S]*?[ )])?RFC822\.SIZE )(\d+)/;

/** Other header fields than were asked for; `header` gives the whole header. */
function fields(edit: (section: Section, header: () => Buffer) => Section): ImapSeams {
  return selected((right) => ({
    octets(message, item) {
      const { section } = item;
      if (!section.fields) return right.octets(message, item);
      const header = () =>
        right.octets(message, { ...item, section: headerOf(section), partial: undefined }) ?? NOTHING;
      return right.octets(message, { ...item, section: edit(section, header) });
    },
  }));
}

/** The header that the fields of a section stand in. */
function headerOf({ part }: Section): Section {
  return { part, text: 'HEADER' };
}

/** A part as it stands in the message. */
function encoded(section: Section): OctetsItem {
  return { kind: 'octets', source: BODY, name: '', section, partial: undefined, peek: true };
}

export const fetching: readonly ImapDefect[] = [
  defect(
    'peek-sets-seen',
    'Whatever is read of a message sets \\Seen.',
    'https://github.com/jstedfast/MailKit/issues/1432',
    selected((right) => ({
      setsSeen: (item) => right.setsSeen(item) || /^(?:octets|ENVELOPE|BODY|BODYSTRUCTURE)$/.test(item.kind),
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
    editing((response, { selected: mailbox, store }) =>
      response.replace(SIZE, (told, start, number, size) => {
        const message = mailbox?.message(mailbox.uids[number - 1]!);
        if (!message) return told;
        const lines = store.messages.content(message.blob).toString('latin1').match(/\r\n/g)?.length ?? 0;
        return `${start}${size - lines}`;
      }),
    ),
  ),
  defect(
    'header-without-blank-line',
    'HEADER leaves out the empty line.',
    COMMON,
    fetched((octets, { section }) =>
      section.text === 'HEADER' && octets.toString('latin1').endsWith('\r\n\r\n') ? octets.subarray(0, -2) : octets,
    ),
  ),
  defect(
    'header-fields-case-sensitive',
    'HEADER.FIELDS finds names in one spelling only.',
    'https://github.com/foxcpp/maddy/issues/73',
    fields((section, header) => {
      const present: string[] =
        header()
          .toString('latin1')
          .match(/^[^\s:]+(?=:)/gm) ?? [];
      return { ...section, fields: section.fields!.filter((name) => present.includes(name)) };
    }),
  ),
  defect(
    'header-fields-not-inverted',
    'HEADER.FIELDS.NOT is HEADER.FIELDS.',
    COMMON,
    fields((section) => ({ ...section, text: 'HEADER.FIELDS' })),
  ),
  defect(
    'partial-length-off',
    'A partial fetch gives an octet too few.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/659',
    selected((right) => ({
      octets(message, item) {
        const octets = right.octets(message, item);
        return octets && item.partial ? octets.subarray(0, -1) : octets;
      },
    })),
  ),
  defect(
    'partial-beyond-end',
    'A partial fetch that begins beyond the end is an error.',
    'https://github.com/greenmail-mail-test/greenmail/pull/983',
    fetched((octets, { partial }) => {
      if (partial && partial.first >= octets.length) throw no('There is nothing there');
      return octets;
    }),
  ),
  defect(
    'partial-before-subsetting',
    'A partial fetch of HEADER.FIELDS counts in the whole header.',
    COMMON,
    selected((right) => ({
      octets(message, item) {
        const { section, partial } = item;
        if (!section.fields || !partial) return right.octets(message, item);
        const piece = right.octets(message, { ...item, section: headerOf(section) });
        return piece && selectFields(piece, section.fields, section.text !== 'HEADER.FIELDS');
      },
    })),
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
    fetched((octets, { source }) =>
      source === BINARY && octets.includes(0) ? octets.subarray(0, octets.indexOf(0)) : octets,
    ),
  ),
  defect(
    'binary-size-encoded',
    'BINARY.SIZE is the size before decoding.',
    COMMON,
    selected((right) => ({ size: (message, { section }) => right.size(message, encoded(section)) })),
  ),
  defect(
    'binary-partial-encoded',
    'A partial fetch of BINARY counts before decoding.',
    COMMON,
    selected((right) => ({
      octets(message, item) {
        const { source, partial } = item;
        if (source !== BINARY || !partial) return right.octets(message, item);
        const base64 = right.octets(message, { ...item, partial: undefined })?.toString('base64');
        if (base64 === undefined) return null;
        return Buffer.from(base64.slice(partial.first, partial.first + partial.count), 'base64');
      },
    })),
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
    selected((right) => ({
      octets(message, item) {
        try {
          return right.octets(message, item);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'UNKNOWN-CTE') throw error;
          return right.octets(message, { ...encoded(item.section), partial: item.partial });
        }
      },
    })),
  ),
];
