/** Where a text names RFCs: in comments (`RFC 5321 §4.1.4, §3.3`), and in the rows of capabilities (`rfc: '9051 §6.2.1'`). */

export interface Citation {
  rfc: string;
  /** Absent where the RFC is named as a whole. */
  section?: string;
  /** From 1. */
  line: number;
  /** It stands in the row of a capability. */
  row?: true;
}

const SECTION = '[0-9A-H](?:[0-9.]*[0-9])?';
const IN_TEXT = new RegExp(`RFC ?(\\d{3,4})((?:,? (?:and )?§§? ?${SECTION})*)`, 'g');
const IN_A_ROW = new RegExp(`\\brfc: '?(?:RFC )?(\\d{3,4})((?:,? §${SECTION})*)`, 'g');

export function citationsIn(text: string): Citation[] {
  return text.split('\n').flatMap((content, index) => {
    const rows = [...content.matchAll(IN_A_ROW)];
    return rows.length > 0
      ? rows.flatMap((row) => citations(row, { line: index + 1, row: true }))
      : [...content.matchAll(IN_TEXT)].flatMap((found) => citations(found, { line: index + 1 }));
  });
}

function citations([, rfc = '', list = '']: RegExpExecArray, where: Pick<Citation, 'line' | 'row'>): Citation[] {
  const sections = [...list.matchAll(new RegExp(SECTION, 'g'))];
  return sections.length === 0 ? [{ rfc, ...where }] : sections.map(([section]) => ({ rfc, section, ...where }));
}
