/** What a subject is about, without what replies and forwards put around it. */

export interface BaseSubject {
  text: string;
  /** What was taken away says that this is an answer, or was passed on (RFC 5256 §3, REFERENCES). */
  reply: boolean;
}

const BLOB = /\[[^[\]]*\] */y;
const REFWD = /(?:re|fwd?) *(?:\[[^[\]]*\] *)?:/iy;
const FORWARDED = '[fwd:';
const TRAILER = '(fwd)';

/**
 * RFC 5256 §2.1, whose numbers stand beside the steps.
 * @param subject with its encoded words decoded
 */
export function baseSubject(subject: string): BaseSubject {
  // (1)
  let text = subject.replace(/[\t\r\n ]+/g, ' ');
  let reply = false;
  for (;;) {
    // (2)
    const end = endOf(text);
    reply ||= text.indexOf('(', end) >= 0;
    text = text.slice(0, end);
    // (3), (4), (5)
    const lead = leaderOf(text);
    reply ||= lead.reply;
    text = text.slice(lead.length);
    // (6)
    if (text.slice(0, FORWARDED.length).toLowerCase() !== FORWARDED || !text.endsWith(']')) return { text, reply };
    reply = true;
    text = text.slice(FORWARDED.length, -1);
  }
}

/** Where what it is about ends: behind that is subj-trailer, as often as it stands there. */
function endOf(text: string): number {
  let end = text.length;
  for (;;) {
    if (text[end - 1] === ' ') end--;
    else if (text.slice(Math.max(0, end - TRAILER.length), end).toLowerCase() === TRAILER) end -= TRAILER.length;
    else return end;
  }
}

/** How much stands before what it is about: subj-leader, and subj-blob where something is left behind it. */
function leaderOf(text: string): { length: number; reply: boolean } {
  let at = 0;
  let reply = false;
  for (;;) {
    const blobs = blobsAt(text, at);
    const refwd = matched(REFWD, text, blobs.end);
    if (refwd > 0) {
      at = blobs.end + refwd;
      reply = true;
    } else if (text[at] === ' ') at++;
    // What would be nothing without the last blob is that blob.
    else return { length: blobs.end < text.length ? blobs.end : blobs.last, reply };
  }
}

/** Where the blobs end that stand here one behind the other, and where the last of them begins. */
function blobsAt(text: string, at: number): { end: number; last: number } {
  let [end, last] = [at, at];
  for (let length = matched(BLOB, text, end); length > 0; length = matched(BLOB, text, end)) {
    last = end;
    end += length;
  }
  return { end, last };
}

function matched(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.exec(text)?.[0].length ?? 0;
}
