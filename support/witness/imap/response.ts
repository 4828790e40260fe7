/** One response, read whole: what it is, and what it told (RFC 3501 §7, §9). */
import { BASE64 } from '../../base64';
import { readCapabilities } from './capability';
import type { Cursor } from './cursor';
import { type Fetched, readFetch } from './fetch';
import { readFlags } from './flags';
import { readList } from './list';
import {
  type EsearchTold,
  readEsearch,
  readSearch,
  readStatus,
  readThreads,
  readVanished,
  type StatusTold,
} from './mailbox-data';
import { readAcl, readListRights, readMyRights } from './rights';
import { readEnabled, readId, readNamespaces, readQuota, readQuotaRoot } from './server-data';
import { type Code, readStatusText } from './status-text';

export type Response =
  | { kind: 'continuation'; text: string }
  | { kind: 'status'; tag: string; status: string; code: Code | undefined }
  | { kind: 'EXISTS' | 'RECENT' | 'EXPUNGE'; number: number }
  | { kind: 'FETCH'; fetched: Fetched }
  | { kind: 'SEARCH'; numbers: number[] }
  | { kind: 'ESEARCH'; told: EsearchTold }
  | { kind: 'STATUS'; told: StatusTold }
  | { kind: 'CAPABILITY' | 'ENABLED'; names: string[] }
  /** UIDs, both bounds included. */
  | { kind: 'VANISHED'; earlier: boolean; ranges: [from: number, to: number][] }
  /** Others, and those that nobody here can read; of LIST and MYRIGHTS the mailbox that it is about. */
  | { kind: 'data'; name: string; mailbox?: string };

const STATUS = /^(OK|NO|BAD|PREAUTH|BYE)(?= |$)/i;

/** @param challenging it belongs to AUTHENTICATE, in which a continuation is base64 */
export function readResponse(cursor: Cursor, rev2: boolean, challenging: boolean): Response {
  if (cursor.has('+')) return readContinuation(cursor, challenging);
  const tag = cursor.has('*') ? '*' : cursor.astring();
  cursor.demand(' ');
  const text = cursor.octets.toString('latin1', cursor.at, Math.min(cursor.at + 64, cursor.end));
  const status = STATUS.exec(text)?.[0].toUpperCase();
  if (status !== undefined) {
    cursor.at += status.length;
    const tagged = tag !== '*';
    cursor.within('imap-status-response', () => {
      if (tagged && (status === 'BYE' || status === 'PREAUTH')) cursor.fail(`${status} is never tagged`);
      cursor.demand(' ');
    });
    return { kind: 'status', tag, status, code: readStatusText(cursor, rev2) };
  }
  if (tag !== '*') return cursor.fail('OK, NO or BAD stands behind a tag');
  return /^\d/.test(text) ? readNumbered(cursor) : readNamed(cursor);
}

/** `+ text`; RFC 3501 §7.5 has a space behind the plus even where nothing follows. */
function readContinuation(cursor: Cursor, challenging: boolean): Response {
  return cursor.within('imap-continuation', () => {
    cursor.demand(' ');
    const at = cursor.at;
    const text = cursor.rest();
    if (challenging) cursor.ledger.check('imap-challenge', BASE64.test(text), 'a challenge is base64', at);
    return { kind: 'continuation', text };
  });
}

function readNumbered(cursor: Cursor): Response {
  return cursor.within('imap-message-data', () => {
    const at = cursor.at;
    const number = cursor.number();
    cursor.space();
    const kind = (['EXISTS', 'RECENT', 'EXPUNGE', 'FETCH'] as const).find((name) => cursor.has(name));
    if (kind === undefined) return cursor.fail('EXISTS, RECENT, EXPUNGE or FETCH stands behind a number');
    if (kind === 'EXPUNGE' || kind === 'FETCH') {
      if (cursor.octets[at] === 48) cursor.fail('message 0 is none', at);
    }
    if (kind !== 'FETCH') {
      cursor.finish();
      return { kind, number };
    }
    cursor.space();
    const fetched = readFetch(cursor, number);
    cursor.finish();
    return { kind, fetched };
  });
}

const NAMED: Readonly<Record<string, (cursor: Cursor) => Response>> = {
  CAPABILITY: (cursor) => ({ kind: 'CAPABILITY', names: readCapabilities(cursor) }),
  ENABLED: (cursor) => ({ kind: 'ENABLED', names: readEnabled(cursor) }),
  SEARCH: (cursor) => ({ kind: 'SEARCH', numbers: readSearch(cursor) }),
  SORT: reading((cursor) => readSearch(cursor, 'imap-sort'), 'SORT'),
  THREAD: reading(readThreads, 'THREAD'),
  ESEARCH: (cursor) => ({ kind: 'ESEARCH', told: readEsearch(cursor) }),
  STATUS: (cursor) => ({ kind: 'STATUS', told: readStatus(cursor) }),
  FLAGS: reading((cursor) => {
    cursor.within('imap-flags', () => {
      cursor.space();
      readFlags(cursor, 'defined');
    });
  }, 'FLAGS'),
  LIST: (cursor) => ({ kind: 'data', name: 'LIST', mailbox: readList(cursor) }),
  LSUB: reading(readList, 'LSUB'),
  VANISHED: (cursor) => ({ kind: 'VANISHED', ...readVanished(cursor) }),
  NAMESPACE: reading(readNamespaces, 'NAMESPACE'),
  ID: reading(readId, 'ID'),
  QUOTA: reading(readQuota, 'QUOTA'),
  QUOTAROOT: reading(readQuotaRoot, 'QUOTAROOT'),
  ACL: reading(readAcl, 'ACL'),
  LISTRIGHTS: reading(readListRights, 'LISTRIGHTS'),
  MYRIGHTS: (cursor) => ({ kind: 'data', name: 'MYRIGHTS', mailbox: readMyRights(cursor) }),
};

function reading(read: (cursor: Cursor) => void, name: string): (cursor: Cursor) => Response {
  return (cursor) => {
    read(cursor);
    return { kind: 'data', name };
  };
}

function readNamed(cursor: Cursor): Response {
  const name = cursor.atom('the name of a response').toUpperCase();
  const read = NAMED[name];
  if (read === undefined) return { kind: 'data', name };
  const response = read(cursor);
  // SEARCH and LIST have been seen with a space at their end.
  cursor.within(`imap-${END_OF[name] ?? 'end'}`, () => cursor.finish());
  return response;
}

/** Whose rule what stands behind the end breaks. */
const END_OF: Readonly<Record<string, 'search' | 'sort' | 'thread' | 'list'>> = {
  SEARCH: 'search',
  SORT: 'sort',
  THREAD: 'thread',
  LIST: 'list',
  LSUB: 'list',
};
