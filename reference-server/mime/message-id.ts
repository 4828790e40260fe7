/** Message identifiers as they stand in Message-ID, In-Reply-To and References. */

/** An identifier is no longer than a line can be (RFC 5322 §2.1.1), so that looking for its end costs no more than that at each place. */
const BRACKETED = /<((?:"(?:[^"\\]|\\[\s\S]){0,998}"|[^<>"]){0,998})>/g;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"|\s+/g;

/**
 * The valid ones of a field, in a form in which two that mean the same are the same (RFC 5256 §3, REFERENCES): without quotes that need not
 * be, and without white space.
 *
 * @param value the unfolded field, a binary string
 */
export function messageIds(value: string): string[] {
  return [...value.matchAll(BRACKETED)]
    .map(([, inside]) =>
      inside!.replace(QUOTED, (_all, quoted: string | undefined) => quoted?.replace(/\\([\s\S])/g, '$1') ?? ''),
    )
    .filter((id) => /^[\s\S]+@[^@]+$/.test(id));
}
