import { decodeCharset } from './charset';
import { type Budget, MIME_SPECIALS, standApart, type Token, tokens } from './lexer';
import { binaryOf } from './octets';
import type { Parameters } from './structure';

/** A field of the form `value; name=value; …` (RFC 2045 §5.1, RFC 2183 §2). */
export interface ParameterizedValue {
  /** What stands before the first semicolon, a space between words that stand apart; empty where nothing does. */
  value: string;
  parameters: Parameters;
}

/** Reads what it can of a Content-Type or Content-Disposition field, whether or not the grammar was kept; `value` is the unfolded field, a binary string. */
export function parseParameterized(value: string, budget: Budget): ParameterizedValue {
  const groups = splitAtSemicolons(tokens(value, MIME_SPECIALS, budget));
  const head = groups[0]!.map((token, n, all) => (n > 0 && standApart(all[n - 1]!, token) ? ' ' : '') + token.text);
  const raw: Parameters = [];
  for (const group of groups.slice(1)) {
    const [name, equals, ...rest] = group;
    // A semicolon at the end is a common slip.
    if (name?.kind !== 'atom' || equals?.text !== '=' || equals.kind !== 'special' || rest.length === 0) continue;
    raw.push([
      name.text.toLowerCase(),
      rest.map((token, n) => (n > 0 && token.spaced ? ' ' : '') + token.text).join(''),
    ]);
  }
  return { value: head.join(''), parameters: joinContinuations(raw) };
}

function splitAtSemicolons(all: Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of all) {
    if (token.kind === 'special' && token.text === ';') groups.push([]);
    else if (token.kind !== 'special' || token.text !== '') groups.at(-1)!.push(token);
  }
  return groups;
}

/**
 * RFC 2231 §3 and §4.1: `name*0`, `name*1*` … become one parameter, `name*` where any piece is encoded. Pieces may come
 * in any order; what follows a gap in their numbers is left out.
 */
function joinContinuations(raw: Parameters): Parameters {
  if (!raw.some(([name]) => name.includes('*'))) return withoutDuplicates(raw);
  const joined: Parameters = [];
  const pieces = new Map<string, Map<number, { value: string; encoded: boolean }>>();
  for (const [name, value] of raw) {
    const match = /^([^*]+)\*(0|[1-9]\d{0,5})(\*?)$/.exec(name);
    if (!match) {
      joined.push([name, value]);
      continue;
    }
    let sections = pieces.get(match[1]!);
    if (!sections) {
      sections = new Map();
      pieces.set(match[1]!, sections);
      joined.push([match[1]!, '']);
    }
    sections.set(Number(match[2]), { value, encoded: match[3] === '*' });
  }
  return withoutDuplicates(
    joined.map(([name, value]) => (pieces.has(name) && value === '' ? join(name, pieces) : [name, value])),
  );
}

function join(
  name: string,
  pieces: Map<string, Map<number, { value: string; encoded: boolean }>>,
): [name: string, value: string] {
  const sections = pieces.get(name)!;
  const row = [];
  for (let i = 0; sections.has(i); i++) row.push(sections.get(i)!);
  const encoded = row.some((piece) => piece.encoded);
  if (!encoded) return [name, row.map((piece) => piece.value).join('')];
  // A first piece that is not encoded leaves the charset unsaid.
  const text = row.map((piece) => (piece.encoded ? piece.value : percentEncoded(piece.value))).join('');
  return [`${name}*`, row[0]!.encoded ? text : `''${text}`];
}

function percentEncoded(value: string): string {
  return value.replace(/[^A-Za-z0-9!#$&+\-.^_`{|}~]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function withoutDuplicates(parameters: Parameters): Parameters {
  const seen = new Set<string>();
  return parameters.filter(([name]) => !seen.has(name) && seen.add(name));
}

/** The value of an extended parameter (`charset'language'text`, RFC 2231 §4) as a Unicode string. */
export function decodeExtended(value: string): string {
  const match = /^([^']*)'[^']*'([\s\S]*)$/.exec(value);
  const text = (match?.[2] ?? value).replace(/%([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeCharset(Buffer.from(text, 'latin1'), match?.[1] || 'utf-8');
}

/** The parameters as RFC 9051 §7.5.2 wants them in BODYSTRUCTURE: extended values decoded to UTF-8 (binary strings). */
export function decodedParameters(parameters: Parameters): Parameters {
  return parameters.map(([name, value]) => [name, name.endsWith('*') ? binaryOf(decodeExtended(value)) : value]);
}

/** One parameter as a Unicode string, its extended form first; undefined where it is missing. */
export function parameter(parameters: Parameters, name: string): string | undefined {
  const extended = parameters.find(([key]) => key === `${name}*`);
  if (extended) return decodeExtended(extended[1]);
  return parameters.find(([key]) => key === name)?.[1];
}
