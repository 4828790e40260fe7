/** Mistakes with what is written, that no scenario need be about: the witness sees them wherever they show (RFC 3501 §9). */

import type { ImapSeams } from '../../reference-server/imap/seams';
import { replacing } from './responses';
import { COMMON, defect, type ImapDefect } from './tools';

/** Edits responses of a kind, with what stands in their strings. */
const raw = (kind: RegExp, what: RegExp, by: string): ImapSeams => ({
  out: (response) => (kind.test(response) ? response.replace(what, by) : response),
});
const FETCH = /^\* \d+ FETCH /;
const mailkit = (issue: number) => `https://github.com/jstedfast/MailKit/issues/${issue}`;

export const written: readonly ImapDefect[] = [
  defect(
    'flags-with-a-string',
    'FLAGS has a string among its flags.',
    mailkit(771),
    raw(/^\* FLAGS/, /\\Deleted/, '"\\\\Deleted"'),
  ),
  defect('flags-with-recent', 'FLAGS lists \\Recent.', COMMON, raw(/^\* FLAGS/, /\)\r\n$/, ' \\Recent)\r\n')),
  defect(
    'code-without-text',
    'Nothing stands behind a response code.',
    'https://github.com/modern-email/defects/issues/28',
    raw(/^\* OK \[/, /\] .*\r\n$/, ']\r\n'),
  ),
  defect(
    'search-ends-in-space',
    'A space stands at the end of SEARCH.',
    'https://github.com/ikvk/imap_tools/issues/97',
    raw(/^\* SEARCH/, /\r\n$/, ' \r\n'),
  ),
  defect('list-ends-in-space', 'A space stands at the end of LIST.', COMMON, raw(/^\* LIST/, /\r\n$/, ' \r\n')),
  defect('multipart-without-parts', 'A multipart is shown without its parts.', mailkit(1841), {
    out: (response) => response.replace(/(BODYSTRUCTURE )\(.*("mixed"[^)]*\).*)\)\r\n$/is, '$1("mixed"))\r\n'),
  }),
  defect(
    'parameters-unescaped',
    'Quotes in parameters come without a backslash.',
    'https://github.com/emersion/go-imap/issues/659',
    raw(FETCH, /\\"/g, '"'),
  ),
  defect('greeting-is-no', 'The greeting is NO.', mailkit(1073), raw(/^\* OK \[CAPABILITY/, /^\* OK/, '* NO')),
  defect('plus-alone', 'A request for a literal is a plus and nothing else.', COMMON, raw(/^\+/, /^\+.*\r\n/, '+\r\n')),
  defect('challenge-in-words', 'The empty challenge of AUTHENTICATE asks in words.', COMMON, {
    out: (response, _, call) =>
      call?.name === 'AUTHENTICATE' ? response.replace(/^\+ \r\n/, '+ go ahead\r\n') : response,
  }),
  defect('two-spaces', 'Two spaces stand between number and FETCH.', COMMON, raw(FETCH, / FETCH/, '  FETCH')),
  defect('items-end-in-space', 'A space stands behind the last item of FETCH.', COMMON, {
    ...replacing(/^(\* \d+ FETCH \(.*)\)\r\n$/s, '$1 )\r\n'),
  }),
  defect('numbers-in-quotes', 'RFC822.SIZE is a string.', COMMON, raw(FETCH, /(RFC822\.SIZE) (\d+)/, '$1 "$2"')),
  defect('uid-beyond-32-bits', 'UIDs have more than 32 bits.', COMMON, raw(FETCH, /\bUID (\d+)/, 'UID 100000000$1')),
  defect('uid-zero', 'The UID of every message is 0.', COMMON, raw(FETCH, /\bUID \d+/, 'UID 0')),
  defect(
    'internaldate-of-one-place',
    'The day of INTERNALDATE has one place where it can.',
    COMMON,
    raw(FETCH, /INTERNALDATE "[ 0-9](\d)-/, 'INTERNALDATE "$1-'),
  ),
  defect('envelope-strings-as-atoms', 'The date of an envelope is no string.', COMMON, {
    out: (response) =>
      response.replace(/ENVELOPE \("([^"]*)"/, (_, date: string) => `ENVELOPE (${date.replace(/\W/g, '-')}`),
  }),
  defect(
    'addresses-parted',
    'A space stands between the addresses of an envelope.',
    COMMON,
    raw(FETCH, /"\)\((?=NIL|")/g, '") ('),
  ),
  defect(
    'groups-without-end',
    'The end of a group of addresses is left out.',
    COMMON,
    raw(FETCH, /\(NIL NIL NIL NIL\)/g, ''),
  ),
  defect('lines-left-out', 'A text has no number of lines.', COMMON, {
    ...replacing(/("\x01" "\x01" \([^()]*\) (?:NIL|"\x01") (?:NIL|"\x01") "\x01" \d+) \d+(?= (?:NIL|"\x01"))/g, '$1'),
  }),
  defect(
    'body-with-extension',
    'BODY has extension data.',
    COMMON,
    raw(FETCH, /( BODY \(.*?"(?:7bit|8bit|base64)" \d+(?: \d+)?)(?=\))/i, '$1 NIL NIL'),
  ),
  defect(
    'parameters-as-atoms',
    'The names of parameters are no strings.',
    COMMON,
    raw(FETCH, /\("charset"/gi, '(CHARSET'),
  ),
  defect(
    'octets-in-quotes',
    'The octets of a part are a string.',
    COMMON,
    raw(FETCH, /("(?:7bit|base64)") (\d+)/gi, '$1 "$2"'),
  ),
  defect(
    'section-without-fields',
    'HEADER.FIELDS comes back without the names of its fields.',
    COMMON,
    raw(FETCH, /HEADER\.FIELDS \([^)]*\)/i, 'HEADER.FIELDS'),
  ),
  defect(
    'section-renamed',
    'HEADER.FIELDS comes back as HEADER.',
    COMMON,
    raw(FETCH, /HEADER\.FIELDS \([^)]*\)/i, 'HEADER'),
  ),
  defect(
    'list-attributes-bare',
    'Attributes of mailboxes have no backslash.',
    COMMON,
    raw(/^\* LIST/, /\\(?=Has)/g, ''),
  ),
  defect(
    'list-attribute-made-up',
    'LIST says \\Folder of what it lists.',
    COMMON,
    raw(/^\* LIST/, /^(\* LIST \()/, '$1\\Folder '),
  ),
  defect('list-delimiter-bare', 'The separator of LIST is no string.', COMMON, raw(/^\* LIST/, / "(.)" /, ' $1 ')),
  defect(
    'list-both-children',
    'A mailbox has and has no children.',
    COMMON,
    raw(/^\* LIST/, /\\HasNoChildren/, '\\HasChildren \\HasNoChildren'),
  ),
  defect(
    'status-in-quotes',
    'The numbers of STATUS are strings.',
    COMMON,
    raw(/^\* STATUS/, /(MESSAGES) (\d+)/, '$1 "$2"'),
  ),
  defect(
    'status-of-another',
    'STATUS names another mailbox.',
    COMMON,
    raw(/^\* STATUS/, /^\* STATUS \S+/, '* STATUS Other'),
  ),
  defect(
    'search-of-none-is-zero',
    'SEARCH that finds nothing finds 0.',
    COMMON,
    raw(/^\* SEARCH/, /^\* SEARCH(?: .*)?\r\n/, '* SEARCH 0\r\n'),
  ),
  defect('esearch-tag-bare', 'The tag of ESEARCH is no string.', COMMON, raw(/^\* ESEARCH/, /TAG "([^"]*)"/, 'TAG $1')),
  defect('esearch-of-another', 'ESEARCH has a tag that no command has.', COMMON, raw(/^\* ESEARCH/, /TAG "/, 'TAG "z')),
  defect(
    'namespace-bare',
    'The separator of NAMESPACE is no string.',
    COMMON,
    raw(/^\* NAMESPACE/, / "(.)"\)/g, ' $1)'),
  ),
  defect(
    'copyuid-of-none',
    'COPYUID tells nothing but zeros.',
    COMMON,
    raw(/\[COPYUID /, /\[COPYUID (\d+) [^\]]*\]/, '[COPYUID $1 0 0]'),
  ),
  defect(
    'copyuid-short',
    'COPYUID has one copy for all sources.',
    COMMON,
    raw(/\[COPYUID /, /(\[COPYUID \d+ \S+ \d+)[^\]]*\]/, '$1]'),
  ),
  defect('uidnext-too-low', 'UIDNEXT is the UID of the last message.', COMMON, {
    out: (response) =>
      response.replace(
        /^(\* OK \[UIDNEXT )(\d+)/,
        (_, head: string, uid: string) => `${head}${Math.max(1, Number(uid) - 1)}`,
      ),
  }),
  defect(
    'capability-double-space',
    'Two spaces stand between capabilities.',
    COMMON,
    raw(/^\* CAPABILITY/, / IDLE/, '  IDLE'),
  ),
  defect(
    'capability-without-revision',
    'CAPABILITY names no revision.',
    COMMON,
    raw(/CAPABILITY/, / ?IMAP4rev[12]/g, ''),
  ),
  defect(
    'capability-of-a-draft',
    'A capability is announced under the name that a draft gave it.',
    'https://doc.dovecot.org/2.3/settings/core/#core_setting-imap_capability (SNIPPET=FUZZY)',
    raw(/CAPABILITY/, / IDLE/, ' IDLE SNIPPET=FUZZY'),
  ),
  defect(
    'code-made-up',
    'Success has a response code that nobody has registered.',
    COMMON,
    raw(/^\S+ OK (?!\[)/, / OK /, ' OK [SUCCESS] '),
  ),
  defect(
    'esearch-of-nothing-has-min',
    'ESEARCH that finds nothing tells of message 1.',
    COMMON,
    raw(/^\* ESEARCH/, / COUNT 0/, ' MIN 1 COUNT 0'),
  ),
  defect(
    'text-in-utf-8',
    'Texts have letters beyond ASCII.',
    COMMON,
    raw(/^\S+ OK (?!\[)/, /\r\n$/, ' \xc3\xbcber\r\n'),
  ),
  defect('size-changes', 'RFC822.SIZE counts how often it was asked for.', COMMON, {
    out(response, session) {
      const times = (sizes.get(session) ?? 0) + 1;
      if (!/RFC822\.SIZE/.test(response)) return response;
      sizes.set(session, times);
      return response.replace(/RFC822\.SIZE (\d+)/, (_, size: string) => `RFC822.SIZE ${Number(size) + times}`);
    },
  }),
  defect('expunge-told-at-fetch', 'A message that goes is told of at the next FETCH.', COMMON, {
    out(response, session, call) {
      const said = call?.name;
      if (/^\* \d+ EXPUNGE/.test(response)) {
        late.set(session, (late.get(session) ?? '') + response);
        return undefined;
      }
      const kept = late.get(session);
      if (kept === undefined || said !== 'FETCH') return response;
      late.delete(session);
      return kept + response;
    },
  }),
];

/** How often sizes were told, and what was not told yet, in each session. */
const sizes = new WeakMap<object, number>();
const late = new WeakMap<object, string>();
