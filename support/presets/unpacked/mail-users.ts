/** The accounts as users of a private root: their mail is in their homes, which stand in the workplace. */
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PRESET_ACCOUNTS } from '../accounts';
import { crypt } from '../crypt';
import type { Workplace } from '../workplace';
import { type User, usersOf } from './users';

const LOCAL_PARTS = PRESET_ACCOUNTS.map(({ address }) => address.split('@')[0]!);

export interface MailUsers {
  /** The server's own, in the order given. */
  system: User[];
  owners: User[];
}

/** @param system the server's own users, with their homes */
export function mailUsers(workplace: Workplace, system: Readonly<Record<string, string>>): MailUsers {
  const homes = LOCAL_PARTS.map((local) => [local, workplace.path('mail', local)]);
  const users = usersOf({ ...system, ...Object.fromEntries(homes) });
  const count = Object.keys(system).length;
  return { system: users.slice(0, count), owners: users.slice(count) };
}

/** Homes with empty Maildirs: a server that makes them by the first delivery leaves nothing to look into before. */
export function layHomes({ owners }: MailUsers): void {
  for (const { home, id } of owners) {
    for (const name of ['', 'Maildir', 'Maildir/new', 'Maildir/cur', 'Maildir/tmp']) {
      const folder = join(home, name);
      mkdirSync(folder, { recursive: true });
      chownSync(folder, id, id);
    }
  }
}

/** crypt(3) of the passwords: a line for each user, with this between the two. */
export async function hashLines(between: string): Promise<string> {
  const lines = PRESET_ACCOUNTS.map(async ({ user, password }) => `${user}${between}${await crypt(password)}\n`);
  return (await Promise.all(lines)).join('');
}
