/**
 * Whether a mailbox name fits a LIST pattern (RFC 9051 §6.3.9): `*` stands for anything, `%` for anything without the hierarchy
 * delimiter. INBOX fits in any case. Linear in the name for each of its characters, whatever the pattern.
 */
export function matchesPattern(name: string, pattern: string, delimiter: string): boolean {
  if (matches(name, pattern, delimiter)) return true;
  const first = name.split(delimiter, 1)[0]!;
  return first === 'INBOX' && matches(name.toUpperCase(), pattern.toUpperCase(), delimiter);
}

/** The places in the pattern that are reached after each character, kept as a set: no backtracking. */
function matches(name: string, written: string, delimiter: string): boolean {
  const pattern = shortened(written);
  // Each of its characters that is no wildcard takes one of the name's.
  if (pattern.replace(/[*%]/g, '').length > name.length) return false;
  let places = reached(new Set([0]), pattern);
  for (const character of name) {
    const next = new Set<number>();
    for (const place of places) {
      const wanted = pattern[place];
      if (wanted === '*' || (wanted === '%' && character !== delimiter)) next.add(place);
      if (wanted !== undefined && pattern.startsWith(character, place)) next.add(place + character.length);
    }
    if (next.size === 0) return false;
    places = reached(next, pattern);
  }
  return places.has(pattern.length);
}

/** Wildcards in a row are one: the wider, where there are both. */
function shortened(pattern: string): string {
  return pattern.replace(/[*%]{2,}/g, (row) => (row.includes('*') ? '*' : '%'));
}

/** A wildcard may stand for nothing: what follows it is reached too. */
function reached(places: Set<number>, pattern: string): Set<number> {
  for (const place of places) if (pattern[place] === '*' || pattern[place] === '%') places.add(place + 1);
  return places;
}
