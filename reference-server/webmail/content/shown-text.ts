/** Text of strangers as it may stand in a page of ours: a subject, a name, a file name. The page escapes it; this takes away what escaping leaves. */

import { toUSVString } from 'node:util';

/** C0 and C1 controls, DEL, and what Unicode treats as the end of a line. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/**
 * What turns the text around or is not to be seen: marks, embeddings, overrides and isolates of direction (UAX #9), spaces without width, the soft hyphen,
 * invisible operators and fillers, annotations, tags. The joiners U+200C and U+200D and
 * the variants U+FE00 to U+FE0F stay: Persian and emoji are made of them.
 */
const UNSEEN = /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]/gu;
/** Marks that are put over one letter: more of them run over the lines beside it. */
const PILED = /(\p{M}{3})\p{M}+/gu;

/**
 * @param most how many characters there are at most; the rest is `…`
 * @returns one line without controls, marks of direction and what cannot be seen, well-formed Unicode
 */
export function shownText(text: string, most = 1000): string {
  const line = toUSVString(text).replace(CONTROLS, ' ').replace(UNSEEN, '').replace(PILED, '$1').trim();
  const characters = line.length > most ? [...line] : undefined;
  return characters === undefined || characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}
