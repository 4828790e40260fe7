/** What the webmail shows: the list, the folders, the message that was opened. */
import type { Scope } from '../../dialogue/scope';
import { Mismatch } from '../../outcome';
import { shown } from '../../webmail/page';
import type { Opened, Row } from '../../webmail/webmail';
import type { Stage } from '../stage';
import { fileNameOf } from './downloads';
import { allRows, openedOf, viewOf } from './looking';
import type { Visit } from './visits';

const YES: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** The columns of “the message list shows:”; what is not there is not asked. */
export const LISTED: Readonly<Record<string, (row: Row, value: string) => boolean>> = {
  subject: ({ subject }, value) => shown(subject) === value,
  from: ({ from }, value) => shown(from).includes(value),
  unread: ({ unread }, value) => unread === YES[value],
  flagged: ({ flagged }, value) => flagged === YES[value],
};

/** The rows in this order, and no others. @throws Mismatch `list-differs` */
export function checkList({ rows = [] }: Visit, wanted: Record<string, string>[], scope: Scope): void {
  const came = rows.map((row) => JSON.stringify(row)).join('\n');
  for (const [index, columns] of wanted.entries()) {
    for (const [column, written] of Object.entries(columns)) {
      const test = LISTED[column];
      if (test === undefined) throw new Error(`The list has no column “${column}”: ${Object.keys(LISTED)}.`);
      const value = shown(scope.expand(written).toString());
      const row = rows[index];
      if (row !== undefined && test(row, value)) continue;
      throw new Mismatch('list-differs', `row ${index + 1} of the list does not show ${column} “${value}”`, came);
    }
  }
  if (rows.length !== wanted.length)
    throw new Mismatch('list-differs', `the list shows ${rows.length} messages, not ${wanted.length}`, came);
}

/** @throws Mismatch `pages-differ` */
export async function checkPages(stage: Stage, visit: Visit, words: string, count: number): Promise<void> {
  const rows = await allRows(visit.webmail, viewOf(stage, words));
  const handles = new Set(rows.map(({ handle }) => handle));
  if (handles.size === count && rows.length === count) return;
  const reason = `the pages show ${handles.size} messages, ${rows.length - handles.size} of them again, and not ${count}`;
  throw new Mismatch('pages-differ', reason);
}

/** Folders of these names are there, with these numbers. @throws Mismatch `folders-differ` */
export async function checkFolders(
  { webmail }: Visit,
  wanted: { folder: string; unread?: string; there?: string }[],
  scope: Scope,
): Promise<void> {
  const folders = await webmail.folders();
  for (const { folder, unread, there = 'yes' } of wanted) {
    const name = scope.expand(folder).toString();
    const found = folders.find((one) => one.name === name || (isInbox(one.name) && isInbox(name)));
    const fits = YES[there] ? found !== undefined : found === undefined;
    const came = JSON.stringify(folders);
    if (!fits) throw new Mismatch('folders-differ', `the folder ${name} is ${found ? '' : 'not '}there`, came);
    if (unread === undefined || found?.unread === Number(unread)) continue;
    throw new Mismatch('folders-differ', `${name} does not show ${unread} unread messages`, came);
  }
}

function isInbox(name: string): boolean {
  return name.toLowerCase() === 'inbox';
}

type Shows = (opened: Opened, value: string, visit: Visit) => boolean | Promise<boolean>;

/** What “the message shows:” may name; with `no` before it, it must not be so. */
export const SHOWN: Readonly<Record<string, Shows>> = {
  subject: ({ subject }, value) => shown(subject) === value,
  from: ({ from }, value) => shown(from).includes(value),
  to: ({ to }, value) => shown(to).includes(value),
  cc: ({ cc }, value) => shown(cc).includes(value),
  date: ({ date }, value) => date.includes(value),
  text: ({ text }, value) => shown(text).includes(value),
  element: ({ documents }, value) => documents.some((one) => one.isHtml && one.$(value).length > 0),
  attachment: async ({ attachments }, value, { browser }) => {
    const [, name = value, size] = /^(.+), (\d+) octets$/.exec(value) ?? [];
    const found = attachments.find((one) => one.name === name);
    if (found === undefined || size === undefined) return found !== undefined;
    return (await browser.get(found.address)).octets.length === Number(size);
  },
  // A message within the message may be shown below it, or be a file: “its text or its file name”.
  'text or attachment': ({ text, attachments }, value) =>
    value.split(' or ').some((one) => shown(text).includes(one) || attachments.some(({ name }) => name === one)),
  attachments: ({ attachments }, value) => attachments.length === Number(value),
  'file name': async ({ attachments }, value, { browser }) => {
    for (const { address } of attachments) if (fileNameOf(await browser.get(address)) === value) return true;
    return false;
  },
  picture: async ({ pictures }, value, { browser }) => {
    for (const address of pictures) {
      const inside = /^data:([^;,]+);base64,(.*)$/s.exec(address);
      if (inside) {
        const octets = Buffer.from(decodeURIComponent(inside[2]!), 'base64');
        if (`${inside[1]}, ${octets.length} octets` === value) return true;
        continue;
      }
      const { type, octets, status } = await browser.get(address);
      if (status === 200 && `${type}, ${octets.length} octets` === value) return true;
    }
    return false;
  },
};

/** @throws Mismatch `message-shown-differently` */
export async function checkShown(visit: Visit, rows: { what: string; value: string }[], scope: Scope): Promise<void> {
  const opened = openedOf(visit);
  for (const { what, value: written } of rows) {
    const isNot = what.startsWith('no ');
    const test = SHOWN[isNot ? what.slice(3) : what];
    if (test === undefined) throw new Error(`A message shows no “${what}”: ${Object.keys(SHOWN).join(', ')}.`);
    const value = shown(scope.expand(written).toString());
    if ((await test(opened, value, visit)) !== isNot) continue;
    const { subject, from, to, cc, date, text } = opened;
    const came = JSON.stringify({ subject, from, to, cc, date, text }, null, 1);
    const reason = `the message ${isNot ? 'shows' : 'does not show'} ${isNot ? what.slice(3) : what} “${value}”`;
    throw new Mismatch('message-shown-differently', reason, came);
  }
}
