/** Where pages are. Folders and messages stand in the query, so that no name can be taken for a path. */

import type { MessageId } from '../mail/within';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Leaves out what is undefined or false; true is 1. */
export function link(path: string, query: Query): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== false && value !== '') words.set(name, value === true ? '1' : String(value));
  }
  return words.size === 0 ? path : `${path}?${words}`;
}

export function listLink(query: {
  folder: string;
  page?: number | undefined;
  q?: string | undefined;
  by?: string | undefined;
}): string {
  const { folder, page, q, by } = query;
  return link('/list', { folder, page: page === 1 ? undefined : page, q, by });
}

export function messageLink({ folder, validity, uid }: MessageId, more: Query = {}): string {
  return link('/message', { folder, validity, uid, ...more });
}
