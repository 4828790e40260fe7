import type { Extension } from '../extension';
import type { ReturnOption, Returns } from '../search/returns';
import { formatSet } from '../syntax/sequence-set';
import { loggedIn } from './states';

/** RFC 4731 §3.1. What there is none of is left out, but for the count. */
const MIN: ReturnOption = { data: ([first]) => (first === undefined ? undefined : `MIN ${first}`) };
const MAX: ReturnOption = { data: (results) => (results.length === 0 ? undefined : `MAX ${results.at(-1)}`) };
const ALL: ReturnOption = { data: (results) => (results.length === 0 ? undefined : `ALL ${formatSet(results)}`) };
const COUNT: ReturnOption = { data: (results) => `COUNT ${results.length}` };

/** What IMAP4rev2 answers where nothing is asked for (RFC 9051 §6.4.4). */
export const ALL_ALONE: Returns = new Map([['ALL', ALL]]);

export const esearch: Extension = {
  name: 'ESEARCH',
  rfc: '4731',
  shows: loggedIn,
  search: { returns: { MIN, MAX, ALL, COUNT } },
};
