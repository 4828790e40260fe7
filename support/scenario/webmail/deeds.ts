/** What somebody does to messages and folders, in the words of {deed}. */
import { Mismatch } from '../../outcome';
import type { Stage } from '../stage';
import { findRow } from './looking';
import type { Visit, Visitor } from './visits';

type Act = (visit: Visit, stage: Stage, one: string, other: string) => Promise<void>;

const onMessage =
  (act: (visit: Visit, row: Awaited<ReturnType<typeof findRow>>, folder: string) => Promise<void>): Act =>
  async (visit, stage, name, folder) =>
    await act(visit, await findRow(stage, visit, name), folder);

/** `{message}` is a message's name, `{folder}` a folder's in quotes. */
export const DEEDS: Readonly<Record<string, Act>> = {
  'flags the message {message}': onMessage(({ webmail }, row) => webmail.flag(row, true)),
  'unflags the message {message}': onMessage(({ webmail }, row) => webmail.flag(row, false)),
  'marks the message {message} as read': onMessage(({ webmail }, row) => webmail.markRead(row, true)),
  'marks the message {message} as unread': onMessage(({ webmail }, row) => webmail.markRead(row, false)),
  'moves the message {message} to the folder {folder}': onMessage(({ webmail }, row, to) => webmail.move(row, to)),
  'deletes the message {message}': onMessage(({ webmail }, row) => webmail.remove(row)),
  'creates the folder {folder}': ({ webmail }, _stage, name) => webmail.createFolder(name),
  'renames the folder {folder} to {folder}': ({ webmail }, _stage, from, to) => webmail.renameFolder(from, to),
  'removes the folder {folder}': ({ webmail }, _stage, name) => webmail.removeFolder(name),
  'signs out': ({ webmail }) => webmail.signOut(),
};

const patterns = Object.entries(DEEDS).map(([words, act]) => {
  const source = words.replaceAll('{message}', '([\\w-]+)').replaceAll('{folder}', '"([^"]*)"');
  return { pattern: new RegExp(`^${source}$`), act };
});

/** The forms of {deed}, without groups of their own. */
export const DEED = new RegExp(
  Object.keys(DEEDS)
    .map((words) => words.replaceAll('{message}', '[\\w-]+').replaceAll('{folder}', '"[^"]*"'))
    .join('|'),
);

export async function doDeed(stage: Stage, visitor: Visitor, words: string): Promise<void> {
  for (const { pattern, act } of patterns) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const [one = '', other = ''] = match.slice(1).map((text) => stage.scope.expand(text ?? '').toString());
    return await act(stage.webmail.of(visitor), stage, one, other);
  }
}

/**
 * The same, as another site has her browser do it, which cannot read her pages: with her cookies, and without what the webmail gives to its own
 * pages alone. What the webmail answers is not judged, but what has come of it.
 */
export async function forge(stage: Stage, visitor: Visitor, act: () => Promise<void>): Promise<void> {
  const visit = stage.webmail.of(visitor);
  const { webmail, browser } = visit;
  browser.forging = { isToken: (name) => webmail.isToken(name) };
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
  } finally {
    browser.forging = undefined;
  }
}
