/** A run as CSV (RFC 4180): a line for each scenario. */
import type { Run } from '../run';

export function formatCsv({ scenarios }: Run): string {
  const head = ['id', 'verdict', 'level', 'requirements', 'code', 'reason', 'file', 'line', 'milliseconds', 'title'];
  const rows = scenarios.map(({ id, verdict, level, requirements, code, reason, uri, line, durationMs, name }) => [
    id,
    verdict,
    level ?? '',
    requirements.join(' '),
    code,
    reason,
    uri,
    String(line),
    String(Math.round(durationMs)),
    name,
  ]);
  return csv([head, ...rows]);
}

/** Text that a spreadsheet would take for a formula is marked as text. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
