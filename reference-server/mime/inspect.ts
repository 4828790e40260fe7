import { isBase64 } from './base64';
import { CR, LF } from './octets';
import { parseMessage } from './parse';
import type { Flaw } from './structure';

/** RFC 5322 §2.1.1: octets in a line without its CRLF. */
const LONGEST_LINE = 998;

/**
 * Everything that is wrong with a message: what the parser reports, and what only a look at every octet shows. Each kind of
 * octet flaw is reported where it is first seen.
 */
export function inspect(octets: Buffer): Flaw[] {
  const { parts, flaws } = parseMessage(octets);
  const found = [...flaws, ...octetFlaws(octets)];
  for (const part of parts) {
    const header = octets.subarray(...part.header);
    const eight = header.findIndex((octet) => octet > 0x7f);
    if (eight >= 0) found.push({ code: 'eight-bit-header', at: part.header[0] + eight });
    if (part.encoding === 'base64' && !isBase64(octets.subarray(...part.body))) {
      found.push({ code: 'bad-base64', at: part.body[0] });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function octetFlaws(octets: Buffer): Flaw[] {
  const first = new Map<Flaw['code'], number>();
  const note = (code: Flaw['code'], at: number) => first.has(code) || first.set(code, at);
  let lineStart = 0;
  for (let i = 0; i <= octets.length; i++) {
    const octet = octets[i];
    if (octet === 0) note('nul', i);
    else if (octet === CR && octets[i + 1] !== LF) note('bare-cr', i);
    else if (octet === LF || octet === undefined) {
      const crlf = octet === LF && i > 0 && octets[i - 1] === CR;
      if (octet === LF && !crlf) note('bare-lf', i);
      if (i - lineStart - (crlf ? 1 : 0) > LONGEST_LINE) note('long-line', lineStart);
      lineStart = i + 1;
    }
  }
  return [...first].map(([code, at]) => ({ code, at }));
}
