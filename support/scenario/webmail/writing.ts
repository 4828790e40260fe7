/** What somebody writes, in the words of {writes}, and the table of what she says. */
import { Mismatch } from '../../outcome';
import type { UploadedFile } from '../../webmail/form';
import type { About, Composer, Writing } from '../../webmail/webmail';
import type { Stage } from '../stage';
import { findRow } from './looking';
import type { Visitor } from './visits';

/** What she begins with; `{message}` is a message's name. */
export const BEGINNINGS: Readonly<
  Record<string, { how?: About; keeps?: boolean; mayFail?: boolean; twice?: boolean }>
> = {
  writes: {},
  // What is wrong in it may be refused, which is as right as to send it mended.
  'writes as far as she is let': { mayFail: true },
  // The button is pressed twice before the answer is there: what comes of the second is no failure.
  'writes and presses twice': { twice: true },
  'replies to the message {message}': { how: 'reply' },
  'replies to all of the message {message}': { how: 'reply to all' },
  'forwards the message {message}': { how: 'forward' },
  'keeps a draft': { keeps: true },
  'sends the draft {message}': { how: 'draft' },
};

export const WRITES = new RegExp(
  Object.keys(BEGINNINGS)
    .map((words) => words.replaceAll('{message}', '[\\w-]+'))
    .join('|'),
);

/** What the first column may name. */
export const WRITTEN = ['to', 'cc', 'bcc', 'subject', 'text', 'attachment'] as const;

export interface WrittenRow {
  field: (typeof WRITTEN)[number];
  value: string;
}

export async function write(stage: Stage, visitor: Visitor, words: string, rows: readonly WrittenRow[]): Promise<void> {
  const visit = stage.webmail.of(visitor);
  for (const [form, { how, keeps = false, mayFail = false, twice = false }] of Object.entries(BEGINNINGS)) {
    const match = new RegExp(`^${form.replace('{message}', '([\\w-]+)')}$`).exec(words);
    if (match === null) continue;
    const about = how && { how, row: await findRow(stage, visit, match[1]!) };
    const composer: Composer = await visit.webmail.compose(about);
    const writing = writingOf(stage, rows);
    if (twice) return await pressTwice(composer, writing);
    const done = keeps ? composer.keep(writing) : composer.send(writing);
    return await done.catch((error) => {
      if (!(mayFail && error instanceof Mismatch)) throw error;
    });
  }
}

/** @throws Mismatch where neither has been sent */
async function pressTwice(composer: Composer, writing: Writing): Promise<void> {
  const ends = await Promise.allSettled([composer.send(writing), composer.send(writing)]);
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  const worse = failed.find((error) => !(error instanceof Mismatch)) ?? (failed.length === 2 ? failed[0] : undefined);
  if (worse !== undefined) throw worse;
}

function writingOf(stage: Stage, rows: readonly WrittenRow[]): Writing {
  const writing: Writing = {};
  const attachments: UploadedFile[] = [];
  for (const { field, value } of rows) {
    const text = stage.scope.expand(value).toString();
    if (field === 'attachment') attachments.push(fileOf(text));
    else if (WRITTEN.includes(field)) writing[field] = text;
    else throw new Error(`Nobody writes “${field}”; write ${WRITTEN.join(', ')}.`);
  }
  return { ...writing, ...(attachments.length > 0 ? { attachments } : {}) };
}

/** `notes.txt text/plain 1000`: name, type, octets. */
function fileOf(text: string): UploadedFile {
  const [, name = '', type = '', size = ''] = /^(.+) (\S+\/\S+) (\d+)$/.exec(text) ?? [];
  if (name === '') throw new Error(`“${text}” is not “name type octets”.`);
  return { name, type, content: octets(Number(size)) };
}

/** Every octet that there is, by turns, behind a word: who looks into a file for its type finds none. */
function octets(size: number): Buffer {
  const all = Buffer.from(Array.from({ length: size }, (_, n) => n % 256));
  all.write('mailspec:\n'.slice(0, size));
  return all;
}
