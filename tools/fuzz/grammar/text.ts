/** What grammars are made of: arbitraries of binary strings, a character an octet. */
import * as fc from 'fast-check';

export type Text = fc.Arbitrary<string>;
type Piece = Text | string;

/** One of these; plain strings count as much as grammars do. */
export function one(...pieces: Piece[]): Text {
  const plain = pieces.filter((piece) => typeof piece === 'string');
  const grammars = pieces.filter((piece) => typeof piece !== 'string');
  if (grammars.length === 0) return fc.constantFrom(...plain);
  const weighted = grammars.map((arbitrary) => ({ arbitrary, weight: 1 }));
  if (plain.length === 0) return fc.oneof(...weighted);
  return fc.oneof({ arbitrary: fc.constantFrom(...plain), weight: plain.length }, ...weighted);
}

/** These behind each other. */
export function seq(...pieces: Piece[]): Text {
  return fc.tuple(...pieces.map(arbitraryOf)).map((parts) => parts.join(''));
}

/** None to `most` of these. */
export function some(piece: Piece, most: number, between = ''): Text {
  return fc.array(arbitraryOf(piece), { maxLength: most, size: 'max' }).map((parts) => parts.join(between));
}

/** It, or nothing. */
export function maybe(piece: Piece): Text {
  return one('', piece);
}

/** Up to so many of these characters. */
export function letters(alphabet: string, most: number, least = 0): Text {
  const unit = fc.constantFrom(...alphabet);
  return fc.array(unit, { minLength: least, maxLength: most, size: 'max' }).map((parts) => parts.join(''));
}

export const CRLF = '\r\n';
/** Numbers at which readers stumble. */
export const number = one(
  '0',
  '1',
  '2',
  '7',
  '10',
  '00',
  '127',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '99999999999999999999',
);
export const octet: Text = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));

function arbitraryOf(piece: Piece): Text {
  return typeof piece === 'string' ? fc.constant(piece) : piece;
}
