import { ADDRESS_SPECIALS, type Budget, standApart, type Token, tokens } from './lexer';
import type { Address } from './structure';

const GROUP_END: Address = { name: null, route: null, mailbox: null, host: null };

/**
 * The addresses of a field (RFC 5322 §3.4 and §4.4): mailboxes, groups, comments, source routes, empty members. It takes
 * what it can get: an address without a domain has an empty host, since a null one would make it a group.
 *
 * @param value the unfolded field, a binary string
 */
export function parseAddresses(value: string, budget: Budget): Address[] {
  const all = tokens(value, ADDRESS_SPECIALS, budget);
  const found: Address[] = [];
  let words: Token[] = [];
  let comment: string | null = null;
  let angle: Address | null = null;
  let inGroup = false;

  const finish = () => {
    const address = angle ? { ...angle, name: phrase(words) ?? comment } : bare(words, comment);
    if (address) found.push(address);
    words = [];
    comment = null;
    angle = null;
  };

  for (let i = 0; i < all.length; i++) {
    const token = all[i]!;
    if (token.comments.length > 0) comment = token.comments.at(-1)!;
    const special = token.kind === 'special' ? token.text : undefined;
    if (special === '<') {
      const end = angleEnd(all, i);
      angle = angleAddress(all.slice(i + 1, end));
      // The token that ends everything ends this address too.
      i = all[end]!.text === '' ? end - 1 : end;
    } else if (special === ',' || special === '' || (special === ';' && !inGroup)) {
      finish();
    } else if (special === ':' && !inGroup && !angle) {
      found.push({ name: null, route: null, mailbox: phrase(words) ?? '', host: null });
      words = [];
      comment = null;
      inGroup = true;
    } else if (special === ';') {
      finish();
      found.push(GROUP_END);
      inGroup = false;
    } else if (!angle && special !== '>') {
      words.push(token);
    }
  }
  if (inGroup) found.push(GROUP_END);
  return found;
}

/** The place of the `>`, or of the last token before something that cannot stand inside. */
function angleEnd(all: Token[], open: number): number {
  for (let i = open + 1; i < all.length; i++) {
    if (all[i]!.kind === 'special' && (all[i]!.text === '>' || all[i]!.text === '')) return i;
  }
  return all.length - 1;
}

/** `<@route:local@domain>`; the route is obsolete (RFC 5322 §4.4) and shown apart. */
function angleAddress(inside: Token[]): Address {
  const colon = inside.findIndex((token) => token.kind === 'special' && token.text === ':');
  const routed = colon > 0 && inside[0]!.text === '@';
  const route = routed ? written(inside.slice(0, colon)) : null;
  return { name: null, route, ...(spec(routed ? inside.slice(colon + 1) : inside) ?? { mailbox: '', host: '' }) };
}

/** An address without angle brackets; a comment after it is its name, an old habit that ENVELOPEs show as one. */
function bare(words: Token[], comment: string | null): Address | null {
  const found = words.length === 0 ? null : spec(words);
  return found && { name: comment, route: null, ...found };
}

/** Null where words stand side by side: put together they would be an address that was written nowhere. */
function spec(words: Token[]): { mailbox: string; host: string } | null {
  const at = words.findLastIndex((token) => token.kind === 'special' && token.text === '@');
  if (at < 0) return { mailbox: phrase(words) ?? '', host: '' };
  if (words.some((token, i) => i > 0 && standApart(words[i - 1]!, token))) return null;
  return { mailbox: written(words.slice(0, at)), host: written(words.slice(at + 1)) };
}

function written(words: Token[]): string {
  return words.map((token) => token.text).join('');
}

/** A display name: words with one space where any stood, quoting removed. */
function phrase(words: Token[]): string | null {
  if (words.length === 0) return null;
  return words.map((token, i) => (i > 0 && token.spaced ? ` ${token.text}` : token.text)).join('');
}
