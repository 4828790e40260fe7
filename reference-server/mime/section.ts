import { isMessage } from './parse';
import type { MessageStructure, Part } from './structure';

/**
 * The part with this number, `[4, 2, 1]` for 4.2.1 (RFC 9051 §6.4.5.1): a multipart's parts count from 1; what is not multipart
 * is its own part 1; numbers go on into encapsulated messages.
 *
 * @param numbers at least one
 * @returns undefined where the message has no such part
 */
export function partNumbered(structure: MessageStructure, numbers: readonly number[]): Part | undefined {
  let part = within(structure, structure.parts[0]!, numbers[0]!);
  for (const number of numbers.slice(1)) {
    if (!part) return undefined;
    const message = messageIn(structure, part);
    if (message) part = within(structure, message, number);
    else part = part.type === 'multipart' ? childAt(structure, part, number) : undefined;
  }
  return part;
}

/** The message that a message/rfc822 part holds; undefined for any other part. */
export function messageIn(structure: MessageStructure, part: Part): Part | undefined {
  return isMessage(part) ? structure.parts[part.children[0]!] : undefined;
}

function within(structure: MessageStructure, message: Part, number: number): Part | undefined {
  if (message.type === 'multipart') return childAt(structure, message, number);
  return number === 1 ? message : undefined;
}

function childAt(structure: MessageStructure, part: Part, number: number): Part | undefined {
  const place = part.children[number - 1];
  return place === undefined ? undefined : structure.parts[place];
}
