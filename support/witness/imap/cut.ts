/** Where an IMAP response ends: a line, and the literals in it (RFC 3501 §2.2.2, §4.3). */

const LITERAL = /~?\{(\d+)\}$/;
/** What ends in free text announces no literal. */
const FREE = /^(?:\+|\S+ (?:OK|NO|BAD|BYE|PREAUTH)(?: |$))/i;

/**
 * @returns the length of the first response and whether each of its lines ended in CRLF; undefined where it is not whole
 */
export function cutResponse(octets: Buffer): { length: number; clean: boolean } | undefined {
  let clean = true;
  for (let from = 0, first = true; ; first = false) {
    const feed = octets.indexOf(10, from);
    if (feed < 0) return undefined;
    const ended = feed > from && octets[feed - 1] === 13;
    clean &&= ended;
    const end = ended ? feed - 1 : feed;
    if (first && FREE.test(octets.toString('latin1', 0, Math.min(end, 64)))) return { length: feed + 1, clean };
    const literal = LITERAL.exec(octets.toString('latin1', Math.max(from, end - 24), end));
    if (literal === null) return { length: feed + 1, clean };
    from = feed + 1 + Number(literal[1]);
    if (from > octets.length) return undefined;
  }
}
