/** The notation on the page: every line and every expression that it shows can be parsed, and there is none that it does not show. */

import type { Side } from '../../support/dialogue/dialogue';
import type { Expression } from '../../support/dialogue/expression';
import { parseDialogue } from '../../support/dialogue/parse';
import { parseTemplate } from '../../support/dialogue/template';
import type { Finding } from './finding';
import type { PageRow } from './page-tables';

/** What the page must show of each side's lines: how they begin, and what stands in `${…}` by itself. */
const NOTATION: Readonly<Record<Side, { marks: string[]; words: string[] }>> = {
  client: {
    marks: ['C:', 'C~', 'S:', 'S?', 'S*', 'S!', 'S|'],
    words: ['close', 'reset', 'starttls', 'closed', 'silent', 'refused', 'server-hello'],
  },
  server: {
    marks: ['S:', 'S~', 'C:', 'C?', '…'],
    words: ['close', 'reset', 'starttls', 'closed', 'silent', 'message'],
  },
};
// The type checker sees to it that no kind is missing.
const KINDS: Readonly<Record<Expression['kind'], true>> = {
  any: true,
  bytes: true,
  quote: true,
  value: true,
  sum: true,
  repeat: true,
  call: true,
  capture: true,
};

export function checkLines(rows: readonly PageRow[], side: Side = 'client'): Finding[] {
  const shown = rows.flatMap(({ keys }) => keys);
  const findings = rows.flatMap(({ keys, line }) =>
    keys.filter((key) => !isLine(key, side)).map((key) => finding(line, `no line of a dialogue: ${key}`)),
  );
  const { marks, words } = NOTATION[side];
  const missing = [
    ...marks.filter((mark) => !shown.some((line) => `${line} `.startsWith(`${mark} `))),
    ...words.filter((word) => !shown.some((line) => new RegExp(`\\{${word}\\b`).test(line))),
  ];
  return [...findings, ...missing.map((one) => finding(1, `line that is not on the page: ${one}`))];
}

export function checkExpressions(rows: readonly PageRow[]): Finding[] {
  const findings: Finding[] = [];
  const shown = new Set<string>();
  for (const { keys, line } of rows) {
    for (const key of keys) {
      try {
        for (const part of parseTemplate(key)) shown.add(part.kind);
      } catch (error) {
        findings.push(finding(line, `${key} cannot be parsed: ${(error as Error).message}`));
      }
    }
  }
  const missing = Object.keys(KINDS).filter((kind) => !shown.has(kind));
  return [...findings, ...missing.map((kind) => finding(1, `expression that is not on the page: ${kind}`))];
}

/** In a dialogue that gives it what must stand before and after it. */
function isLine(line: string, side: Side): boolean {
  // What one protocol alone has.
  const protocol = line.startsWith('S|') ? 'pop3' : /\$\{(?:deflate|clear)\}/.test(line) ? 'imap' : 'smtp';
  const before = /^S[*!]/.test(line) ? 'S: 250\n' : line.startsWith('S|') ? 'S: +OK\n' : '';
  const after = /^([CS])\?/.exec(line);
  try {
    const { steps, goesOn } = parseDialogue(`${before}${line}${after ? `\n${after[1]}: 250` : ''}`, protocol, side);
    return steps.length > 0 || goesOn;
  } catch {
    return false;
  }
}

function finding(line: number, message: string): Finding {
  return { at: `features/README.md:${line}`, message };
}
