/** A few words of a message, for a list of messages. */

import { htmlText } from './html-text';
import { isMessage } from './parse';
import type { MessageStructure, Part } from './structure';
import { bodyText } from './text';

/** Characters of a preview (RFC 8970 §3.3). */
const LENGTH = 200;
/** Characters of a part that are looked at. */
const LOOKED_AT = 64 * 1024;

/**
 * The beginning of the first text that a person would be shown, in one line without markup.
 * @returns empty where the message has no text of its own
 */
export function preview(octets: Buffer, structure: MessageStructure, read = bodyText): string {
  const texts = structure.parts.filter((part) => isShown(structure, part));
  const plainFirst = [...texts.filter(isPlain), ...texts.filter((part) => !isPlain(part))];
  for (const part of plainFirst) {
    const text = read(octets, part).slice(0, LOOKED_AT);
    const line = oneLine(isPlain(part) ? text : htmlText(text));
    if (line !== '') return line;
  }
  return '';
}

const isPlain = ({ subtype }: Part) => subtype !== 'html';

/** A text that is no attachment, and not that of a message within the message. */
function isShown({ parts }: MessageStructure, part: Part): boolean {
  if (part.type !== 'text' || !/^(?:plain|html)$/.test(part.subtype)) return false;
  for (let at = part; ; at = parts[at.parent]!) {
    if (at.disposition?.type.toLowerCase() === 'attachment') return false;
    if (at.parent < 0) return true;
    if (isMessage(parts[at.parent]!)) return false;
  }
}

function oneLine(text: string): string {
  const line = text.replace(/[\p{White_Space}\p{Cc}]+/gu, ' ').trim();
  // Characters, not halves of them.
  return [...line.slice(0, 2 * LENGTH)].slice(0, LENGTH).join('').trim();
}
