/** Mistakes with PREVIEW (RFC 8970). */

import { FLAG } from '../../reference-server/store/types';
import { around, COMMON, defect, type ImapDefect, parsing, retyping } from './tools';

const STRING = /(?<= PREVIEW |\(PREVIEW )(?:"((?:[^"\\]|\\.)*)"|\{\d+\}\r\n([^)]*))/g;

/** Tells another preview: a binary string, or nothing. */
const told = (edit: (words: string) => string | undefined) => ({
  out: (response: string) =>
    response.replace(STRING, (_all, quoted?: string, literal?: string) => {
      const words = edit(quoted ?? literal ?? '');
      return words === undefined ? 'NIL' : `{${words.length}}\r\n${words}`;
    }),
});

const utf8 = (text: string) => Buffer.from(text).toString('latin1');
let asked = 0;

export const previewing: readonly ImapDefect[] = [
  defect(
    'preview-nil',
    'A message without words gets NIL.',
    COMMON,
    told((words) => words || undefined),
  ),
  defect(
    'preview-of-nothing',
    'Every preview is empty.',
    COMMON,
    told(() => ''),
  ),
  defect(
    'preview-anew',
    'The preview is another each time.',
    COMMON,
    told((words) => `${words} ${++asked}`),
  ),
  defect(
    'preview-not-lazy',
    'LAZY is not known.',
    COMMON,
    retyping(['FETCH'], (text) => text.replace(/LAZY/i, 'X')),
  ),
  defect(
    'preview-in-capitals',
    'PREVIEW and LAZY are known in capitals alone.',
    COMMON,
    retyping(['FETCH', 'UID FETCH'], (text) => text.replace(/preview|lazy/, 'X')),
  ),
  defect(
    'preview-in-a-list-alone',
    'PREVIEW is known in parentheses alone.',
    COMMON,
    retyping(['FETCH'], (text) => text.replace(/ PREVIEW$/, ' X')),
  ),
  defect(
    'preview-in-full',
    'The preview is the whole text.',
    COMMON,
    told((words) => (words.startsWith(utf8('ü')) ? utf8('ü'.repeat(300)) : words)),
  ),
  defect(
    'preview-as-it-came',
    'Neither the transfer encoding nor the charset is undone.',
    COMMON,
    parsing(({ bodyText }) => ({
      bodyText: (octets, part) =>
        part.encoding === 'quoted-printable' ? octets.toString('latin1', ...part.body) : bodyText(octets, part),
    })),
  ),
  defect(
    'preview-with-markup',
    'HTML is taken as it is.',
    COMMON,
    told((words) => words.replace('Rich words', '<p class="first">Rich <b>words</b>')),
  ),
  defect(
    'preview-seen',
    'Who asks for a preview has seen the message.',
    COMMON,
    around(['FETCH'], (session, call, next) => {
      const { selected } = session;
      const seen = { mode: '+', flags: FLAG.seen, keywords: [] } as const;
      if (selected && /PREVIEW/.test(call.args.rest)) selected.store(selected.named([[1, 1]], false), seen);
      return next();
    }),
  ),
];
