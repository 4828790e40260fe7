/** Mistakes with folders, the message list, and what is looked for. */

import type { ImapFlow, SearchObject } from 'imapflow';
import { answering, asking, COMMON, defect, hearing, type WebmailDefect } from './tools';

type Listed = Awaited<ReturnType<ImapFlow['list']>>[number];

/** What is said of folders. */
const folders = (change: (folder: Listed) => Listed | undefined) =>
  asking((right) => ({
    list: async (...asked) => (await right.list(...asked)).flatMap((folder) => change(folder) ?? []),
  }));

/** RFC 3501 §5.1.3. */
const utf7Of = (name: string) =>
  name.replace(/[^\x20-\x7e]+/g, (letters) => {
    const octets = Buffer.from(letters, 'utf16le').swap16();
    return `&${octets.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });

/** The subjects of a list are read from the field as it came. */
const subjects = (decode: (raw: string) => string) =>
  asking((right) => ({
    async fetchAll(range, query, options) {
      const found = await right.fetchAll(range, { ...query, headers: ['Subject'] }, options);
      return found.map((message) => {
        const raw =
          message.headers
            ?.toString('utf8')
            .replace(/^subject: */i, '')
            .replace(/\r\n[ \t]/g, ' ')
            .trim() ?? '';
        return { ...message, envelope: { ...message.envelope, subject: decode(raw) } };
      });
    },
  }));

const WORD = /=\?([^?]+)\?([bq])\?([^?]*)\?=/gi;

function decoded(whole: string, charset: string, encoding: string, text: string): string {
  const quoted = text
    .replace(/_/g, ' ')
    .replace(/=([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));
  const octets = encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : Buffer.from(quoted, 'latin1');
  try {
    return new TextDecoder(charset).decode(octets);
  } catch {
    return whole;
  }
}

type Search = Exclude<SearchObject, boolean>;

/** A word that is looked for is looked for otherwise. */
const searching = (change: (text: string) => Search) =>
  asking((right) => ({
    search: async (query, options) =>
      await right.search(typeof query === 'object' && query.text ? change(query.text) : query, options),
  }));

/** The words that are looked for, in their order. */
function wordsIn(query: unknown): string[] {
  if (typeof query !== 'object' || query === null) return [];
  return Object.entries(query).flatMap(([key, value]) => (key === 'text' ? [String(value)] : wordsIn(value)));
}

/** What each session was shown of empty lists. */
const emptyLists = new WeakMap<object, Map<string, string>>();

export const listing: readonly WebmailDefect[] = [
  defect(
    'oldest-first',
    'The list begins with the oldest message.',
    COMMON,
    asking((right) => ({ fetchAll: async (...asked) => (await right.fetchAll(...asked)).reverse() })),
  ),
  defect(
    'empty-list-kept',
    'A folder that was empty stays empty until the next sign-in.',
    COMMON,
    answering(/^GET \/list$/, async (response, { request }, webmail) => {
      const kept = emptyLists.get(webmail) ?? new Map<string, string>();
      emptyLists.set(webmail, kept);
      const key = `${request.headers.get('cookie')} ${request.url}`;
      const html = await response.clone().text();
      if (html.includes('data-empty') && !request.url.includes('q=')) kept.set(key, html);
      const page = kept.get(key);
      return page === undefined ? response : new Response(page, { status: response.status, headers: response.headers });
    }),
  ),
  defect(
    'pages-overlap',
    'The last message of a page is the first of the next too.',
    COMMON,
    asking((right) => ({
      async fetchAll(range, query, options) {
        const [, first, last] = /^(\d+):(\d+)$/.exec(String(range)) ?? [];
        const wider = first === undefined || first === '1' ? range : `${Number(first) - 1}:${last}`;
        return await right.fetchAll(wider, query, options);
      },
    })),
  ),
  defect(
    'unread-uncounted',
    'The list of folders counts recent messages for unread ones.',
    COMMON,
    folders((folder) => (folder.status ? { ...folder, status: { ...folder.status, unseen: 0 } } : folder)),
  ),
  defect(
    'folders-of-others-unseen',
    'A folder that nobody has subscribed to is not in the list.',
    COMMON,
    folders((folder) => (folder.subscribed || folder.specialUse ? folder : undefined)),
  ),
  defect(
    'folders-of-its-own-only',
    'Folders without a use that the webmail knows are not in the list.',
    COMMON,
    folders((folder) => (folder.specialUse ? folder : undefined)),
  ),
  defect(
    'folders-of-others-empty',
    'A folder that nobody has subscribed to is shown without its messages.',
    COMMON,
    asking((right) => ({
      async fetchAll(...asked) {
        const here = right.mailbox ? right.mailbox.path : '';
        const folder = (await right.list()).find(({ path }) => path === here);
        const hidden = folder && !folder.subscribed && !folder.specialUse && here.toUpperCase() !== 'INBOX';
        return hidden ? [] : await right.fetchAll(...asked);
      },
    })),
  ),
  defect(
    'folder-names-undecoded',
    'The names of folders are shown in modified UTF-7.',
    COMMON,
    folders((folder) => ({ ...folder, path: utf7Of(folder.path) })),
  ),
  defect(
    'encoded-words-shown',
    'A subject is shown as it is written: in encoded words.',
    COMMON,
    subjects((raw) => raw),
  ),
  defect(
    'encoded-words-apart',
    'The space between two encoded words is shown.',
    COMMON,
    subjects((raw) => raw.replace(WORD, decoded)),
  ),
  defect(
    'encoded-words-in-utf-8-only',
    'Encoded words in another charset than UTF-8 are shown as they are written.',
    COMMON,
    subjects((raw) =>
      raw.replace(/\?=\s+=\?/g, '?==?').replace(WORD, (whole, charset: string, encoding: string, text: string) => {
        return /^utf-8$/i.test(charset) ? decoded(whole, charset, encoding, text) : whole;
      }),
    ),
  ),
  defect(
    'flags-of-others-unseen',
    'A flag that another program has set is not shown.',
    COMMON,
    hearing((message) => ({
      ...message,
      ...(message.flags && { flags: new Set([...message.flags].filter((flag) => flag !== '\\Flagged')) }),
    })),
  ),
  defect(
    'search-in-text-only',
    'Subjects are not looked at.',
    COMMON,
    searching((text) => ({ body: text })),
  ),
  defect(
    'search-in-subject-only',
    'Texts are not looked at.',
    COMMON,
    searching((text) => ({ subject: text })),
  ),
  defect(
    'search-in-ascii',
    'What is looked for loses its letters beyond ASCII.',
    COMMON,
    searching((text) => ({ text: text.replace(/[^\x20-\x7e]/g, '?') })),
  ),
  defect(
    'search-finds-all',
    'Where nothing is found everything is shown.',
    COMMON,
    asking((right) => ({
      async search(query, options) {
        const found = await right.search(query, options);
        return found && found.length > 0 ? found : await right.search({ all: true }, options);
      },
    })),
  ),
  defect(
    'search-as-commands',
    'What is looked for goes to IMAP as it is written: a line end in it begins a command.',
    'CVE-2018-9846',
    asking((right) => ({
      async search(query, options) {
        const [, range, flag] = /STORE (\d+) \+FLAGS \(([^)]*)\)/.exec(wordsIn(query).join(' ')) ?? [];
        if (range && flag) await right.messageFlagsAdd(range, [flag]);
        return await right.search(query, options);
      },
    })),
  ),
];
