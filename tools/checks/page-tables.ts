/** The tables of a page in Markdown, and what their rows are about. */

export interface PageTable {
  /** The first cell of its head: `state`, `tag`. */
  about: string;
  rows: PageRow[];
}

export interface PageRow {
  line: number;
  /** What stands between backquotes in the first cell. */
  keys: string[];
  /** The other cells. */
  cells: string[];
}

export function tablesOf(markdown: string): PageTable[] {
  const tables: PageTable[] = [];
  let within = false;
  markdown.split('\n').forEach((text, index) => {
    const cells = cellsOf(text);
    if (cells === undefined || /^-+$/.test(cells[0]!)) {
      within &&= cells !== undefined;
      return;
    }
    const [first = '', ...others] = cells;
    if (within) tables.at(-1)!.rows.push({ line: index + 1, keys: codeSpans(first), cells: others });
    else tables.push({ about: first, rows: [] });
    within = true;
  });
  return tables;
}

function cellsOf(line: string): string[] | undefined {
  if (!line.startsWith('|')) return undefined;
  return line
    .slice(1, line.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function codeSpans(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
