/** Mistakes with what is written and sent. */

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Letter } from '../../reference-server/webmail/compose/letter';
import { COMMON, defect, type WebmailDefect, writing } from './tools';

/** Another letter is sent than was written. */
const sent = (change: (letter: Letter) => Letter) =>
  writing((right) => ({ post: (letter, posting) => right.post(change(letter), posting) }));

/** It is written down otherwise. */
const written = (change: (letter: Letter, octets: string) => string) =>
  writing((right) => ({
    streamOf: (letter, how) =>
      Readable.from(
        (async function* () {
          const octets = await buffer(right.streamOf(letter, how));
          yield Buffer.from(change(letter, octets.toString('latin1')), 'latin1');
        })(),
      ),
  }));

const asciiOf = (text: string) => text.replace(/[^\x00-\x7e]/g, '?');

export const sending: readonly WebmailDefect[] = [
  defect(
    'recipients-unnamed',
    'To says nobody of those who get the message.',
    COMMON,
    written((_, octets) => octets.replace(/^To: .*\r\n/m, 'To: undisclosed-recipients:;\r\n')),
  ),
  defect(
    'fields-twice',
    'A field that the form and the library both write stands in the message twice.',
    COMMON,
    written((_, octets) => octets.replace(/^Subject: .*\r\n/m, '$&$&')),
  ),
  defect(
    'sent-twice',
    'Whose button is pressed twice before the answer comes is sent twice.',
    'CWE-799: Improper Control of Interaction Frequency',
    writing(() => ({ sendingOf: () => '' })),
  ),
  defect(
    'copies-unnamed',
    'Nobody sees who got a copy.',
    COMMON,
    written((_, octets) => octets.replace(/^Cc: .*\r\n/m, '')),
  ),
  defect(
    'blind-copies-named',
    'All who get a message see who got a blind copy.',
    'CWE-201: Insertion of Sensitive Information Into Sent Data',
    writing((right) => ({ streamOf: (letter) => right.streamOf(letter, { bcc: true }) })),
  ),
  defect(
    'blind-copies-lost',
    'Who is to get a blind copy gets none.',
    COMMON,
    sent((letter) => ({ ...letter, bcc: [] })),
  ),
  defect(
    'letters-lost',
    'Letters beyond ASCII leave as question marks.',
    COMMON,
    sent((letter) => ({ ...letter, subject: asciiOf(letter.subject), text: asciiOf(letter.text) })),
  ),
  defect(
    'header-in-utf-8',
    'A subject beyond ASCII leaves as it is, to whoever it may be.',
    COMMON,
    written(({ subject }, octets) =>
      octets.replace(/^Subject: =\?.*\r\n(?:[ \t].*\r\n)*/m, () => {
        return `Subject: ${Buffer.from(subject).toString('latin1')}\r\n`;
      }),
    ),
  ),
  defect(
    'files-as-text',
    'A file that is attached is read as text in UTF-8.',
    COMMON,
    writing((right) => ({
      async post(letter, posting) {
        const enclosures = await Promise.all(
          letter.enclosures.map(async (one) => {
            const opened = one.open();
            const octets = Buffer.isBuffer(opened) ? opened : await buffer(opened);
            const asText = Buffer.from(octets.toString('utf8'));
            return { ...one, open: () => asText };
          }),
        );
        return await right.post({ ...letter, enclosures }, posting);
      },
    })),
  ),
  defect(
    'file-names-in-ascii',
    'The name of a file that is attached loses its letters beyond ASCII.',
    COMMON,
    sent((letter) => ({
      ...letter,
      enclosures: letter.enclosures.map((one) => ({ ...one, name: asciiOf(one.name) })),
    })),
  ),
  defect(
    'file-of-one-name-once',
    'Of two files of one name the later takes the place of the first.',
    COMMON,
    sent((letter) => ({
      ...letter,
      enclosures: [...new Map(letter.enclosures.map((one) => [one.name, one])).values()],
    })),
  ),
  defect(
    'dots-lost',
    'A dot in front of a line is taken for the dot of SMTP.',
    COMMON,
    sent((letter) => ({ ...letter, text: letter.text.replace(/^\./gm, '') })),
  ),
  defect(
    'first-recipient-only',
    'Of those who are written to the first gets the message.',
    COMMON,
    sent((letter) => ({ ...letter, to: letter.to.slice(0, 1) })),
  ),
  defect(
    'subject-adds-fields',
    'A line end in a subject ends its field: what stands behind it is a field of its own.',
    'CWE-93: CRLF Injection',
    writing((right) => ({
      draftIn(form, brought, uploads) {
        const draft = right.draftIn(form, brought, uploads);
        const [, bcc] = /\nBcc: *([^\r\n]+)/i.exec(form.get('subject')) ?? [];
        return bcc === undefined ? draft : { ...draft, bcc };
      },
    })),
  ),
  defect(
    'sent-mail-unkept',
    'What was sent is kept nowhere.',
    COMMON,
    writing(() => ({ keepCopy: async () => {} })),
  ),
  defect(
    'draft-lost',
    'The webmail says that a draft is kept, and it is not.',
    COMMON,
    writing(() => ({ keepDraft: async () => ({ draft: '', kept: [], id: undefined }) })),
  ),
];
