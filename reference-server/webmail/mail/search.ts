/** What a person looks for, as the server is asked: words, and a few that say where. */

import type { ImapFlow, SearchObject } from 'imapflow';
import { PAGE_SIZE, type Page, place, rowsOf } from './list';
import { validityOf, within } from './within';

/**
 * `from:bob subject:"two words" unread flagged attachment before:2026-11-01 after:2026-10-01 larger:1m -draft word`; all must hold.
 * A word alone stands in the headers or in the text.
 */
export function searchOf(text: string): SearchObject {
  const terms = [...text.matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu)].map(([, not, key, quoted, bare]) => {
    const term = termOf(key?.toLowerCase(), quoted ?? bare ?? '', quoted !== undefined);
    return not ? { not: term } : term;
  });
  // Each is an alternative with itself: an object would hold only one of a kind.
  return terms.length === 0
    ? { all: true }
    : terms.reduceRight((rest, term) => ({ not: { or: [{ not: term }, { not: rest }] } }));
}

const FIELDS = new Set(['from', 'to', 'cc', 'bcc', 'subject', 'body']);
const STATES: Readonly<Record<string, SearchObject>> = {
  unread: { seen: false },
  read: { seen: true },
  flagged: { flagged: true },
  answered: { answered: true },
  draft: { draft: true },
  // No search key of IMAP tells; nearly all that has them is mixed.
  attachment: { header: { 'Content-Type': 'multipart/mixed' } },
};

function termOf(key: string | undefined, value: string, quoted: boolean): SearchObject {
  if (key === undefined) return (quoted ? undefined : STATES[value.toLowerCase()]) ?? { text: value };
  if (FIELDS.has(key)) return { [key]: value };
  if (key === 'is' || key === 'has') return STATES[value.toLowerCase()] ?? { text: value };
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date && !Number.isNaN(date.getTime())) {
    if (key === 'before') return { before: date };
    if (key === 'after' || key === 'since') return { since: date };
    if (key === 'on') return { on: date };
  }
  const [, number, unit] = /^(\d{1,9})([km]?)$/i.exec(value) ?? [];
  if (number !== undefined && (key === 'larger' || key === 'smaller'))
    return { [key]: Number(number) * (unit?.toLowerCase() === 'm' ? 1_048_576 : unit ? 1024 : 1) };
  return { text: `${key}:${value}` };
}

export async function searchPage(client: ImapFlow, folder: string, text: string, page: number): Promise<Page> {
  return await within(client, { folder }, async () => {
    const found = (await client.search(searchOf(text), { uid: true })) || [];
    const newest = [...found].sort((a, b) => b - a);
    const at = place(newest.length, page);
    const rows = await rowsOf(client, newest.slice((at.page - 1) * PAGE_SIZE, at.page * PAGE_SIZE));
    return { ...at, folder, validity: validityOf(client), total: newest.length, rows };
  });
}
