/** What somebody looks at in the webmail: folders, lists, messages. */
import { Blocked, Mismatch } from '../../outcome';
import type { Opened, Row, View, Webmail } from '../../webmail/webmail';
import { namedMessage } from '../named-messages';
import type { Stage } from '../stage';
import { subjectOf } from './subject';
import type { Visit, Visitor } from './visits';

/** The forms of {view}. */
export const VIEW = /(?:page \d+ of )?(?:the inbox|the folder "[^"]*")(?: for "[^"]*")?/;
const INBOX = 'INBOX';
/** Pages that are turned at the most. */
const MOST_PAGES = 50;

export function viewOf(stage: Stage, words: string): View {
  const [, page, folder, search] =
    /^(?:page (\d+) of )?(?:the inbox|the folder "([^"]*)")(?: for "([^"]*)")?$/.exec(words) ?? [];
  const expand = (text: string) => stage.scope.expand(text).toString();
  return {
    folder: folder === undefined ? INBOX : expand(folder),
    ...(page === undefined ? {} : { page: Number(page) }),
    ...(search === undefined ? {} : { search: expand(search) }),
  };
}

export async function lookInto(stage: Stage, visitor: Visitor, words: string): Promise<void> {
  const visit = stage.webmail.of(visitor);
  visit.rows = await visit.webmail.list(viewOf(stage, words));
}

export async function openMessage(stage: Stage, visitor: Visitor, name: string, remote = false): Promise<void> {
  const visit = stage.webmail.of(visitor);
  const row = await findRow(stage, visit, name);
  visit.opened = await (remote ? visit.webmail.openWithRemote(row) : visit.webmail.open(row));
}

/** The line of the list that shows the message: in what she looks at, else in her inbox. */
export async function findRow(stage: Stage, visit: Visit, name: string): Promise<Row> {
  const subject = await subjectOf(namedMessage(stage, name));
  visit.rows ??= await visit.webmail.list({ folder: INBOX });
  const { rows } = visit;
  // A list that shows subjects otherwise is judged by the scenarios about the list.
  const row = rows.find((one) => one.subject === subject) ?? (rows.length === 1 ? rows[0] : undefined);
  if (row !== undefined) return row;
  const shown = rows.map((one) => one.subject).join('\n');
  throw new Blocked('not-in-list', `the list does not show the message ${name}, “${subject}”`, shown);
}

export async function allRows(webmail: Webmail, view: View): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const next = await webmail.list({ ...view, page });
    const fresh = next.filter((row) => !rows.some((one) => one.handle === row.handle));
    if (fresh.length === 0) return rows;
    rows.push(...next);
  }
  throw new Mismatch('endless-pages', `the list goes on after ${MOST_PAGES} pages`);
}

export function openedOf(visit: Visit): Opened {
  if (visit.opened === undefined) throw new Error('No message was opened: first say “alice opens the message …”.');
  return visit.opened;
}
