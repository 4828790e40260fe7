/** What a page tells its reader to type, and what it says comes: fenced blocks of Markdown, in their order. */
import { readFileSync } from 'node:fs';

export type Block =
  /** `sh`: lines for a shell. */
  | { kind: 'commands'; text: string; line: number }
  /** `text` behind commands: what they print, among other things. */
  | { kind: 'output'; text: string; line: number }
  /** Any other language with `title=NAME`: a file that the reader writes. */
  | { kind: 'file'; name: string; text: string; line: number };

const FENCE = /^```(\w*)(?: +title=(\S+))?\n(.*?)^```$/gms;

/** @param path of the page */
export function walkthroughOf(path: string): Block[] {
  return blocksOf(readFileSync(path, 'utf8'));
}

/** Blocks that are neither commands, output nor a file are the page's own business. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(FENCE)].flatMap(({ index, 1: language, 2: name, 3: text }): Block[] => {
    const line = markdown.slice(0, index).split('\n').length;
    if (name !== undefined) return [{ kind: 'file', name, text: text!, line }];
    if (language === 'sh') return [{ kind: 'commands', text: text!, line }];
    return language === 'text' ? [{ kind: 'output', text: text!, line }] : [];
  });
}

/**
 * Where a text lacks what a page says: its lines must come in their order, others may come between them, `…` stands for anything.
 * @returns the first line that is missing
 */
export function missingFrom(printed: string, said: string): string | undefined {
  const lines = printed.split('\n').map((line) => line.trim());
  let from = 0;
  for (const wanted of said.split('\n').map((line) => line.trim())) {
    if (wanted === '' || wanted === '…') continue;
    const form = new RegExp(`^${wanted.split('…').map(escaped).join('.*')}$`);
    const found = lines.findIndex((line, index) => index >= from && form.test(line));
    if (found < 0) return wanted;
    from = found + 1;
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
