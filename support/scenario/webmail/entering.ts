/** Who is let in, and who is not. */
import { Mismatch } from '../../outcome';
import type { AccountName } from '../../targets/target';
import type { Stage } from '../stage';
import type { Visitor } from './visits';

/** The words of {signed}. */
export const SIGNED = ['signed in', 'signed out'] as const;

/** A wrong password, or the right one, without asking that it lets in. */
export async function tryPassword(stage: Stage, name: AccountName, password: string): Promise<void> {
  const { webmail, account } = stage.webmail.of(name);
  await webmail.signIn(stage.webmail.login(account!).user, password);
}

/** What a page says goes unread here: the browser asks for the mail, and is shown it or not. @throws Mismatch `signed-otherwise` */
export async function checkSigned(stage: Stage, visitor: Visitor, wanted: string): Promise<void> {
  const isIn = await stage.webmail.of(visitor).webmail.isIn();
  if (isIn === (wanted === 'signed in')) return;
  throw new Mismatch('signed-otherwise', `${visitor} is ${isIn ? 'shown mail' : 'not let in'}`);
}

/** Tries so many wrong ones, and then the right one. @throws Mismatch `guessed`: nothing came between all of them */
export async function checkGuessing(stage: Stage, name: AccountName, times: number): Promise<void> {
  const { webmail, account, browser } = stage.webmail.of(name);
  const { user, password } = stage.webmail.login(account!);
  for (let n = 0; n < times; n++) {
    await webmail.signIn(user, `wrong-${n}`);
    if (browser.pages.at(-1)?.status === 429) return;
  }
  const isIn = await webmail.signIn(user, password);
  if (isIn) throw new Mismatch('guessed', `after ${times} wrong passwords the right one is taken at once`);
}

/** Asks with this visitor's browser for every page that the other one was served. */
export async function askForAll(stage: Stage, visitor: Visitor, other: Visitor): Promise<void> {
  const { browser } = stage.webmail.of(visitor);
  const seen = stage.webmail.of(other).browser.pages.filter(({ method }) => method === 'GET');
  for (const address of new Set(seen.map(({ url }) => url.href))) {
    if (/logout|sign-?out/i.test(address)) continue;
    await browser.get(address);
  }
  stage.webmail.of(visitor);
}

/** @throws Mismatch `text-served` */
export function checkNotServed(stage: Stage, visitor: Visitor, text: string): void {
  const wanted = stage.scope.expand(text).toString();
  const page = stage.webmail.of(visitor).browser.pages.find((one) => one.text.includes(wanted));
  if (page) throw new Mismatch('text-served', `“${wanted}” was served to ${visitor}: ${page.url.href}`);
}
