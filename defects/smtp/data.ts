/** Mistakes in reading DATA: other sequences end it, or dots stay (RFC 5321 §4.5.2). */

import type { Reading } from '../../reference-server/net/reading';
import { SYNTAX } from '../../reference-server/smtp/reply';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import { editingLines } from '../tools/lines';

const END = '\r\n.\r\n';
const CR = 13;
const LF = 10;

/** Reads the content that DATA brings in this way; blocks of BDAT are no lines, and pass. */
export const inData = (make: () => Reading): SmtpSeams => ({
  read(session) {
    const reading = make();
    return (octets, want) => (want === 'block' && session.current?.verb !== 'DATA' ? octets : reading(octets, want));
  },
});

/** One of these sequences ends the content too: the right server is shown the right one. */
export const endedBy = (...odd: string[]): SmtpSeams => inData(() => endingAt([END, ...odd]));

export function endingAt(ends: readonly string[]): Reading {
  let held = '';
  let unsent = 0;
  let ended = false;
  // What stands before the first line counts as a line's end (RFC 5321 §4.1.1.4), and is not passed on.
  const begin = () => {
    held = '\r\n';
    unsent = held.length;
    ended = false;
  };
  begin();
  const pass = (text: string): Buffer => {
    const sent = text.slice(unsent);
    unsent = Math.max(0, unsent - text.length);
    return Buffer.from(sent, 'latin1');
  };
  return (octets, want) => {
    if (want === 'line') begin();
    if (want === 'line' || ended) return octets;
    const text = held + octets.toString('latin1');
    const found = first(text, ends);
    if (found) {
      ended = true;
      return pass(text.slice(0, found.at) + END + text.slice(found.at + found.end.length));
    }
    held = begunEnd(text, ends);
    return pass(text.slice(0, text.length - held.length));
  };
}

function first(text: string, ends: readonly string[]): { at: number; end: string } | undefined {
  const found = ends.map((end) => ({ at: text.indexOf(end), end })).filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at)[0];
}

/** What may be the begin of an end, and has to wait. */
function begunEnd(text: string, ends: readonly string[]): string {
  const longest = Math.max(...ends.map(({ length }) => length)) - 1;
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const last = text.slice(-length);
    if (ends.some((end) => end.startsWith(last))) return last;
  }
  return '';
}

/** A CRLF of which the halves come apart loses the second. */
export const halvesLost = inData(() => {
  let cut = false;
  return (octets, want) => {
    if (want === 'line' || octets.length === 0) return octets;
    const kept = cut && octets[0] === LF ? octets.subarray(1) : octets;
    cut = octets.at(-1) === CR;
    return kept;
  };
});

/** A line that is a single word in capitals is answered as a command that is not known. */
export const wordsAnswered: SmtpSeams = {
  read: (session) =>
    editingLines((line) => {
      if (session.current?.verb === 'DATA' && /^[A-Z]{4,}\r\n$/.test(line)) session.send(SYNTAX.unknown);
      return line;
    }, 'block'),
};

/** A dot more for each line that begins with one: the one that is taken away. */
const stuffed = (line: string): string => (line.startsWith('.') && line !== '.\r\n' ? `.${line}` : line);

export const dotsKept: SmtpSeams = inData(() => editingLines(stuffed, 'block'));

export const firstDotKept: SmtpSeams = inData(() => {
  let isFirst = true;
  const reading = editingLines((line) => {
    const edited = isFirst ? stuffed(line) : line;
    isFirst = false;
    return edited;
  }, 'block');
  return (octets, want) => {
    if (want === 'line') isFirst = true;
    return reading(octets, want);
  };
});
