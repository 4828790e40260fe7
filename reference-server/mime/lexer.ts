/**
 * Words of structured header fields (RFC 5322 §3.2, RFC 2045 §5.1): atoms, quoted strings, domain literals, single
 * specials; comments and folding white space stand between them. It reads anything: what the grammar does not know
 * becomes part of an atom.
 */
export interface Token {
  kind: 'atom' | 'quoted' | 'literal' | 'special';
  /** Without the quoting. */
  text: string;
  /** White space or a comment stood before it. */
  spaced: boolean;
  /** The comments that stood before it, without quoting. */
  comments: string[];
}

/** RFC 5322 §3.2.3; the dot is one too, so that `a . b` and `a.b` read the same. */
export const ADDRESS_SPECIALS = '()<>[]:;@\\,."';
/** RFC 2045 §5.1. */
export const MIME_SPECIALS = '()<>@,;:\\"/[]?=';

const ENCODED_WORD = /=\?[^?\s]+\?[bq]\?[^?\s]*\?=/iy;

/** How many tokens may still be read: one for all fields of a message, which may be hostile. */
export interface Budget {
  tokens: number;
}

/**
 * All tokens of a value; a last token of kind `special` with empty text carries what stood after the last word. Where the budget does
 * not reach, those up to the last comma or semicolon: half an address is none.
 */
export function tokens(value: string, specials: string, budget: Budget): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    if (budget.tokens-- <= 0) return ended(found);
    const gap = skipGap(value, at);
    const token = readToken(value, gap.end, specials);
    found.push({ kind: token.kind, text: token.text, spaced: gap.end > at, comments: gap.comments });
    if (gap.end >= value.length) return found;
    at = token.end;
  }
}

function ended(found: Token[]): Token[] {
  while (found.length > 0 && !isSeparator(found.at(-1)!)) found.pop();
  found.push({ kind: 'special', text: '', spaced: false, comments: [] });
  return found;
}

function isSeparator({ kind, text }: Token): boolean {
  return kind === 'special' && (text === ',' || text === ';');
}

/** Whether these neighbours are two words with white space between, and no special that joins them. */
export function standApart(one: Token, next: Token): boolean {
  return next.spaced && one.kind !== 'special' && next.kind !== 'special';
}

interface Read {
  kind: Token['kind'];
  text: string;
  end: number;
}

function readToken(value: string, at: number, specials: string): Read {
  const first = value[at];
  if (first === undefined) return { kind: 'special', text: '', end: at };
  if (first === '"') return { kind: 'quoted', ...delimited(value, at, '"') };
  if (first === '[' && specials === ADDRESS_SPECIALS) {
    const { text, end } = delimited(value, at, ']');
    return { kind: 'literal', text: `[${text}]`, end };
  }
  // An encoded word may hold what is a special (RFC 2047 §5 forbids it in phrases, many send it).
  ENCODED_WORD.lastIndex = at;
  const word = specials === ADDRESS_SPECIALS ? ENCODED_WORD.exec(value) : null;
  if (word) return { kind: 'atom', text: word[0], end: at + word[0].length };
  if (specials.includes(first)) return { kind: 'special', text: first, end: at + 1 };
  let end = at + 1;
  while (end < value.length && !isSpace(value[end]!) && !specials.includes(value[end]!)) end++;
  return { kind: 'atom', text: value.slice(at, end), end };
}

/** The text from the opening character at `at` to `close`, backslashes removed; to the end where `close` is missing. */
function delimited(value: string, at: number, close: string): { text: string; end: number } {
  let text = '';
  let from = at + 1;
  for (let i = from; i < value.length; i++) {
    if (value[i] === '\\' && i + 1 < value.length) {
      text += value.slice(from, i);
      from = ++i;
    } else if (value[i] === close) {
      return { text: text + value.slice(from, i), end: i + 1 };
    }
  }
  return { text: text + value.slice(from), end: value.length };
}

function skipGap(value: string, start: number): { end: number; comments: string[] } {
  const comments: string[] = [];
  let at = start;
  for (;;) {
    while (at < value.length && isSpace(value[at]!)) at++;
    if (value[at] !== '(') return { end: at, comments };
    const end = commentEnd(value, at);
    comments.push(unescaped(value.slice(at + 1, value[end - 1] === ')' ? end - 1 : end)).trim());
    at = end;
  }
}

/** RFC 5322 §3.2.2: comments nest. */
function commentEnd(value: string, at: number): number {
  let depth = 0;
  for (let i = at; i < value.length; i++) {
    if (value[i] === '\\') i++;
    else if (value[i] === '(') depth++;
    else if (value[i] === ')' && --depth === 0) return i + 1;
  }
  return value.length;
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1');
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}
