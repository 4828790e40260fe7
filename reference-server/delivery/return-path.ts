/** Final delivery leaves one Return-Path in a message, its own (RFC 5321 §4.4). */

import { headerText } from './header-text';

/** The content without the Return-Path fields of its header; the same buffer where it has none. */
export function withoutReturnPath(content: Buffer): Buffer {
  if (!/return-path/i.test(headerText(content))) return content;
  const kept: Buffer[] = [];
  let from = 0;
  for (const [start, end] of returnPaths(content)) {
    kept.push(content.subarray(from, start));
    from = end;
  }
  return from === 0 ? content : Buffer.concat([...kept, content.subarray(from)]);
}

/** Where such fields begin and end, folded lines included. */
function* returnPaths(content: Buffer): Generator<[start: number, end: number]> {
  let field = -1;
  for (let line = 0; line < content.length; ) {
    const next = content.indexOf('\r\n', line) < 0 ? content.length : content.indexOf('\r\n', line) + 2;
    const folded = content[line] === 32 || content[line] === 9;
    if (field >= 0 && !folded) yield [field, line];
    if (!folded) field = isReturnPath(content, line) ? line : -1;
    if (next === line + 2) return;
    line = next;
  }
  if (field >= 0) yield [field, content.length];
}

function isReturnPath(content: Buffer, at: number): boolean {
  return /^return-path[ \t]*:/i.test(content.toString('latin1', at, at + 32));
}
