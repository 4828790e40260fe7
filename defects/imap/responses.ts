/** Responses on their way out, edited where they are grammar and left alone where they are text of messages. */

import type { ImapSeams } from '../../reference-server/imap/seams';

type Out = NonNullable<ImapSeams['out']>;

/** What stands for the octets of a literal, and for a quoted string's text, while a response is edited. */
const LITERAL = '\0';
const QUOTED = '\x01';

/**
 * Edits responses. What stands in strings is kept from the edit: a literal is `{5}`, CRLF and one NUL, a quoted string is `"`, one octet
 * and `"`. The edit keeps them in their order, or leaves the last ones out.
 */
export function editing(edit: Out): ImapSeams {
  return {
    out(response, session, command) {
      const texts: string[] = [];
      const said = edit(masked(response, texts), session, command);
      return said?.replace(/[\0\x01]/g, () => texts.shift()!);
    },
  };
}

/** Rewrites what fits. */
export function replacing(what: RegExp, by: string): ImapSeams {
  return editing((response) => response.replace(what, by));
}

/** Keeps responses back. */
export function withholding(what: RegExp): ImapSeams {
  return editing((response) => (what.test(response) ? undefined : response));
}

/** Writes the names of mailboxes otherwise, in LIST, LSUB and STATUS; gets a name's octets, and how it was written. */
export function renaming(write: (name: string, written: string) => string): ImapSeams {
  return {
    out(response) {
      const found = mailboxIn(response);
      return found ? found.before + write(found.name, found.written) + found.after : response;
    },
  };
}

/** The mailbox that a LIST, LSUB or STATUS response is about: its name's octets, and how they are written. */
export function mailboxIn(
  response: string,
): { before: string; written: string; name: string; after: string } | undefined {
  const before = /^\* (?:L(?:IST|SUB) \([^)]*\) "." |STATUS )/.exec(response)?.[0];
  if (before === undefined) return undefined;
  const written = wordAt(response, before.length);
  return { before, written, name: octetsOf(written), after: response.slice(before.length + written.length) };
}

/** The string or atom that stands there, as it is written. */
function wordAt(response: string, at: number): string {
  const marker = /\{(\d+)\}\r\n/y;
  marker.lastIndex = at;
  const literal = marker.exec(response);
  if (literal) return response.slice(at, marker.lastIndex + Number(literal[1]));
  const word = /"(?:[^"\\]|\\.)*"|[^ \r]+/y;
  word.lastIndex = at;
  return word.exec(response)?.[0] ?? '';
}

function octetsOf(written: string): string {
  if (written.startsWith('{')) return written.slice(written.indexOf('\n') + 1);
  return written.startsWith('"') ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written;
}

function masked(response: string, texts: string[]): string {
  const string = /\{(\d+)\}\r\n|"((?:[^"\\\r\n]|\\.)*)"/g;
  let text = '';
  let done = 0;
  for (let found = string.exec(response); found; found = string.exec(response)) {
    if (found[1] === undefined) {
      text += `${response.slice(done, found.index)}"${QUOTED}"`;
      texts.push(found[2]!);
    } else {
      const start = string.lastIndex;
      string.lastIndex = start + Number(found[1]);
      text += response.slice(done, start) + LITERAL;
      texts.push(response.slice(start, string.lastIndex));
    }
    done = string.lastIndex;
  }
  return text + response.slice(done);
}
