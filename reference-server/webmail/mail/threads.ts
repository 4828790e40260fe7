/** A folder by conversation, where the server can tell what belongs together (RFC 5256). */

import type { ImapFlow } from 'imapflow';
import { type Page, place, type Row, rowsOf } from './list';
import { validityOf, within } from './within';

export interface ThreadedPage extends Page {
  /** The rows, by conversation; the newest conversation first, in each the oldest message. */
  readonly threads: readonly (readonly Row[])[];
}

const PAGE_SIZE = 25;
/** Best first. */
const WAYS = ['REFERENCES', 'REFS', 'ORDEREDSUBJECT'];

export function canThread({ capabilities }: Pick<ImapFlow, 'capabilities'>): string | undefined {
  return WAYS.find((way) => capabilities.has(`THREAD=${way}`));
}

export async function threadPage(client: ImapFlow, folder: string, way: string, page: number): Promise<ThreadedPage> {
  return await within(client, { folder }, async () => {
    const newest = (thread: number[]) => thread.at(-1) ?? 0;
    const all = (await ask(client, way)).sort((a, b) => newest(b) - newest(a));
    const at = place(all.length, page, PAGE_SIZE);
    const shown = all.slice((at.page - 1) * PAGE_SIZE, at.page * PAGE_SIZE);
    const rows = await rowsOf(client, shown.flat());
    const byUid = new Map(rows.map((row) => [row.uid, row]));
    const threads = shown.map((uids) => uids.flatMap((uid) => byUid.get(uid) ?? [])).filter(({ length }) => length > 0);
    const total = client.mailbox ? client.mailbox.exists : rows.length;
    return { ...at, folder, validity: validityOf(client), total, rows, threads };
  });
}

/** What the parser of the client gives: lists in lists of numbers. */
export type Node = { value?: string } | readonly Node[];

interface Asks {
  exec(command: string, attributes: object[], options: object): Promise<{ next(): void }>;
}

/** The client has no method for THREAD, but lets commands be given. */
async function ask(client: ImapFlow, way: string): Promise<number[][]> {
  if (!client.mailbox || client.mailbox.exists === 0) return [];
  let threads: number[][] = [];
  const untagged = {
    THREAD: async ({ attributes }: { attributes?: Node[] }) => {
      threads = threadsOf(attributes ?? []);
    },
  };
  const words = [way, 'UTF-8', 'ALL'].map((value) => ({ type: 'ATOM', value }));
  const response = await (client as unknown as Asks).exec('UID THREAD', words, { untagged });
  response.next();
  return threads;
}

/** Each list at the top is a conversation; what branches in it is told in the order of UIDs. */
export function threadsOf(nodes: readonly Node[]): number[][] {
  return nodes.filter((node) => Array.isArray(node)).map((node) => numbersIn(node).sort((a, b) => a - b));
}

function numbersIn(node: Node): number[] {
  if (Array.isArray(node)) return node.flatMap(numbersIn);
  const number = Number((node as { value?: string }).value);
  return Number.isInteger(number) && number > 0 ? [number] : [];
}
