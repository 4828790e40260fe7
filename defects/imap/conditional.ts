/** Mistakes with STORE of what has not changed since, and with what is asked of what has (RFC 7162 §3.1.3-3.1.6, §3.1.10). */

import type { FlagChange } from '../../reference-server/imap/backend/flag-change';
import type { Selected, Stored } from '../../reference-server/imap/backend/selected';
import type { ImapSeams } from '../../reference-server/imap/seams';
import { editing, replacing } from './responses';
import { COMMON, defect, type ImapDefect, retyping, selected } from './tools';

const STORES = ['STORE', 'UID STORE'];
const FETCHES = ['FETCH', 'UID FETCH'];
const SEARCHES = ['SEARCH', 'UID SEARCH'];

/** Does otherwise what UNCHANGEDSINCE asks for. */
function storing(
  store: (right: Selected, uids: readonly number[], change: FlagChange, since: number) => Stored,
): ImapSeams {
  return selected((right) => ({
    store(uids, change) {
      const { unchangedSince } = change;
      return unchangedSince === undefined ? right.store(uids, change) : store(right, uids, change, unchangedSince);
    },
  }));
}

/** Counts from another number than the client named. */
function counting(commands: readonly string[], word: string, count: (since: bigint) => bigint): ImapSeams {
  const written = new RegExp(`\\b(${word}) (\\d+)`, 'i');
  return retyping(commands, (text) =>
    text.replace(written, (_all, name, digits) => {
      const since = count(BigInt(digits));
      return `${name} ${since < 1n ? 1n : since}`;
    }),
  );
}

/** Messages that the client has named more than once, in the order of their UIDs. */
function namedTwice({ session, uids }: Selected): number[] {
  const { raw, uid: byUid } = session.current!;
  const text = /STORE ([\d:,]+)/i.exec(raw.segments[0]!)?.[1] ?? '';
  const named = text.split(',').flatMap((one) => {
    const [from, to = from] = one.split(':').map(Number);
    return byUid ? uids.filter((uid) => from! <= uid && uid <= to!) : uids.slice(from! - 1, to);
  });
  return uids.filter((uid) => named.filter((one) => one === uid).length > 1);
}

export const conditional: readonly ImapDefect[] = [
  defect(
    'unchangedsince-ignored',
    'STORE changes a message though it has changed since.',
    COMMON,
    storing((right, uids, { unchangedSince: _, ...change }) => right.store(uids, change)),
  ),
  defect(
    'unchangedsince-all-or-none',
    'A message that has changed since keeps all others from being changed.',
    COMMON,
    storing((right, uids, change, since) => {
      const modified = right.present(uids).filter(({ modseq }) => modseq > since);
      if (modified.length === 0) return right.store(uids, change);
      return { changed: [], modified: modified.map(({ uid }) => uid) };
    }),
  ),
  defect(
    'unchangedsince-of-any-flag',
    'A change of another flag keeps +FLAGS from being done.',
    COMMON,
    storing((right, uids, { unchangedSince: _, ...change }, since) => {
      const isModified = ({ modseq }: { modseq: number }) => modseq > since;
      const messages = right.present(uids);
      const left = messages.filter((message) => !isModified(message)).map(({ uid }) => uid);
      return { ...right.store(left, change), modified: messages.filter(isModified).map(({ uid }) => uid) };
    }),
  ),
  defect(
    'unchangedsince-own-changes',
    'UNCHANGEDSINCE passes over what the same session has changed.',
    COMMON,
    selected((right) => {
      const own = new Set<number>();
      return {
        store(uids, { unchangedSince, ...change }) {
          const since = unchangedSince === undefined ? {} : { unchangedSince };
          const others = uids.filter((uid) => !own.has(uid));
          const mine = right.store(
            uids.filter((uid) => own.has(uid)),
            change,
          );
          const stored = right.store(others, { ...change, ...since });
          for (const uid of stored.changed) own.add(uid);
          return { ...stored, changed: [...mine.changed, ...stored.changed].sort((a, b) => a - b) };
        },
      };
    }),
  ),
  defect(
    'unchangedsince-zero-of-unset',
    'UNCHANGEDSINCE 0 passes where the flag is not set.',
    COMMON,
    storing((right, uids, { unchangedSince, ...change }, since) =>
      since === 0 && change.mode === '+'
        ? right.store(uids, change)
        : right.store(uids, { ...change, unchangedSince: since }),
    ),
  ),
  defect(
    'unchangedsince-zero-of-set',
    'UNCHANGEDSINCE 0 is taken for none.',
    COMMON,
    storing((right, uids, { unchangedSince, ...change }, since) =>
      since === 0 ? right.store(uids, change) : right.store(uids, { ...change, unchangedSince: since }),
    ),
  ),
  defect(
    'unchangedsince-named-twice',
    'A message that is named twice is found changed the second time.',
    COMMON,
    storing((right, uids, change) => {
      const stored = right.store(uids, change);
      const again = namedTwice(right).filter((uid) => stored.changed.includes(uid));
      return { ...stored, modified: [...new Set([...stored.modified, ...again])].sort((a, b) => a - b) };
    }),
  ),
  defect(
    'modified-missing',
    'STORE leaves a message alone and does not say so.',
    'https://github.com/zone-eu/wildduck/issues/770',
    replacing(/^(\S+ (?:OK|NO)) \[MODIFIED [^\]]*\]/, '$1'),
  ),
  defect(
    'modified-in-parentheses',
    'MODIFIED has a list in parentheses.',
    COMMON,
    replacing(/\[MODIFIED ([^\]]*)\]/, '[MODIFIED ($1)]'),
  ),
  defect(
    'modified-of-numbers',
    'MODIFIED of UID STORE tells message numbers.',
    COMMON,
    editing((response, session, command) =>
      command?.name === 'UID STORE'
        ? response.replace(/(?<=\[MODIFIED )\d+(?=\])/, (uid) => String(session.selected!.sequenceNumber(Number(uid))))
        : response,
    ),
  ),
  defect('modified-without-flags', 'With MODIFIED nothing is told of what the message has now.', COMMON, {
    out: (response, _session, command) =>
      command &&
      STORES.includes(command.name) &&
      /^\* \d+ FETCH .*FLAGS/.test(response) &&
      /\.SILENT/i.test(command.raw.segments.join(''))
        ? undefined
        : response,
  }),
  defect('silent-without-modseq', '.SILENT of UNCHANGEDSINCE tells no mod-sequence.', COMMON, {
    out: (response, _session, command) =>
      command && STORES.includes(command.name) && /^\* \d+ FETCH \((?!.*FLAGS).*MODSEQ/.test(response)
        ? undefined
        : response,
  }),
  defect(
    'changedsince-without-modseq',
    'CHANGEDSINCE does not bring MODSEQ.',
    'https://github.com/closeio/sync-engine/pull/504',
    editing((response, _session, command) =>
      command && FETCHES.includes(command.name) && /changedsince/i.test(command.raw.segments.join(''))
        ? response.replace(/ MODSEQ \(\d+\)(?=[ )])/, '')
        : response,
    ),
  ),
  defect(
    'changedsince-tells-all',
    'FETCH with CHANGEDSINCE answers for all messages.',
    COMMON,
    counting(FETCHES, 'CHANGEDSINCE', () => 1n),
  ),
  defect(
    'changedsince-or-then',
    'CHANGEDSINCE counts the mod-sequence itself as changed since.',
    COMMON,
    counting(FETCHES, 'CHANGEDSINCE', (since) => since - 1n),
  ),
  defect(
    'search-modseq-greater',
    'SEARCH MODSEQ passes over the mod-sequence itself.',
    COMMON,
    counting(SEARCHES, 'MODSEQ', (since) => since + 1n),
  ),
  defect(
    'search-modseq-untold',
    'SEARCH MODSEQ tells no mod-sequence.',
    COMMON,
    replacing(/^(\* SEARCH .*) \(MODSEQ \d+\)/, '$1'),
  ),
  defect(
    'search-modseq-of-mailbox',
    'SEARCH MODSEQ tells the mod-sequence of the mailbox.',
    COMMON,
    editing((response, session) =>
      response.replace(
        /^(\* E?SEARCH .*MODSEQ )\d+/,
        (_all, start) => `${start}${session.selected!.mailbox!.highestModseq}`,
      ),
    ),
  ),
  defect(
    'search-modseq-of-nothing',
    'SEARCH MODSEQ tells a mod-sequence where nothing is found.',
    COMMON,
    editing((response, _session, command) =>
      command && SEARCHES.includes(command.name) && /modseq/i.test(command.raw.segments.join(''))
        ? response.replace(/^\* SEARCH\r/, '* SEARCH (MODSEQ 1)\r')
        : response,
    ),
  ),
  defect(
    'search-modseq-entry-refused',
    'SEARCH MODSEQ takes no name of a flag.',
    COMMON,
    retyping(SEARCHES, (text) => text.replace(/"\/flags\/\S+ \S+/i, 'x')),
  ),
  defect(
    'esearch-modseq-in-parentheses',
    'MODSEQ of ESEARCH stands in parentheses.',
    'https://github.com/jstedfast/MailKit/issues/323',
    replacing(/^(\* ESEARCH .*)MODSEQ (\d+)/, '$1(MODSEQ $2)'),
  ),
  defect(
    'esearch-modseq-as-search',
    'A search for MODSEQ is answered by SEARCH though ESEARCH was asked for.',
    'https://github.com/jstedfast/MailKit/issues/166',
    replacing(/^\* ESEARCH .*ALL (\d+)\S* MODSEQ (\d+)/, '* SEARCH $1 (MODSEQ $2)'),
  ),
  defect(
    'modseq-of-32-bits',
    'Mod-sequences of more than 32 bits are refused.',
    COMMON,
    retyping([...STORES, ...FETCHES, ...SEARCHES], (text) =>
      text.replace(/(?<=(?:MODSEQ|CHANGEDSINCE) )\d{11,}/i, 'x'),
    ),
  ),
];
