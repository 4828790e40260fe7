/** What is right by a grammar, made wrong: octets changed, put in, taken out, doubled, and repeated until they are many. */
import * as fc from 'fast-check';
import { some, type Text } from './text';

/** Octets that mean something to one reader or another. */
const SPECIAL = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  ' ',
  '\t',
  '"',
  '\\',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  ',',
  ';',
  ':',
  '@',
  '=',
  '*',
  '%',
  '&',
  '+',
  '-',
  '.',
  '/',
  '?',
  '\x7f',
  '\x80',
  '\xff',
  '\xc3\xa9',
  '\xed\xa0\x80',
  '\xf0\x9f\x93\xa7',
  '\xef\xbb\xbf',
  '99999999999999999999',
  '-1',
  '{5}\r\n',
];
/** Octets that a repetition makes at most. */
const LONGEST = 48 * 1024;

type Change = [kind: 'put' | 'take' | 'replace' | 'double' | 'move', at: number, length: number, what: string];

/**
 * Mostly what the grammar says with a few changes; sometimes as it is; sometimes nothing but a heap of its words; and now and then with a piece of it
 * repeated thousands of times, at which time and memory show.
 * @param words of the language: put in beside what is special everywhere
 */
export function mutated(grammar: Text, words: readonly string[] = []): Text {
  const word = fc.constantFrom(...SPECIAL, ...words);
  const kind = fc.constantFrom<Change[0]>('put', 'put', 'take', 'replace', 'double', 'move');
  const change: fc.Arbitrary<Change> = fc.tuple(kind, fc.nat(0xffff), fc.nat(24), word);
  const changed = fc
    .tuple(grammar, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(apply, text));
  const repeated = fc
    .tuple(grammar, change, fc.integer({ min: 2, max: LONGEST }))
    .map(([text, [, at, length, put], times]) => repeat(text, at, length, put, times));
  return fc.oneof(
    { arbitrary: changed, weight: 120 },
    { arbitrary: grammar, weight: 60 },
    { arbitrary: some(word, 30), weight: 20 },
    { arbitrary: repeated, weight: 1 },
  );
}

function apply(text: string, [kind, place, length, what]: Change): string {
  const at = text.length === 0 ? 0 : place % (text.length + 1);
  const piece = text.slice(at, at + length);
  switch (kind) {
    case 'put':
      return text.slice(0, at) + what + text.slice(at);
    case 'take':
      return text.slice(0, at) + text.slice(at + length);
    case 'replace':
      return text.slice(0, at) + what + text.slice(at + what.length);
    case 'double':
      return text.slice(0, at) + piece + text.slice(at);
    case 'move':
      return text.slice(0, at) + text.slice(at + length) + piece;
  }
}

/** A piece of it, or a word put in there, so many times or as often as it has room. */
function repeat(text: string, place: number, length: number, what: string, times: number): string {
  const at = text.length === 0 ? 0 : place % (text.length + 1);
  const piece = length % 3 === 0 ? what : text.slice(at, at + length) || what;
  return text.slice(0, at) + piece.repeat(Math.min(times, Math.ceil(LONGEST / piece.length))) + text.slice(at);
}
