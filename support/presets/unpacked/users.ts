/** The users of a private root that Debian does not give to every machine; numbers that it gives to nobody. */

export interface User {
  name: string;
  /** Of the user, and of the group of that name. */
  id: number;
  home: string;
}

const FIRST = 59_000;

/** @param homes by name */
export function usersOf(homes: Readonly<Record<string, string>>): User[] {
  return Object.entries(homes).map(([name, home], n) => ({ name, id: FIRST + n, home }));
}

/** Lines of passwd(5): none of them can log in. */
export function passwdLines(users: readonly User[]): string {
  return users.map(({ name, id, home }) => `${name}:x:${id}:${id}::${home}:/usr/sbin/nologin\n`).join('');
}

/** Lines of group(5). */
export function groupLines(users: readonly User[]): string {
  return users.map(({ name, id }) => `${name}:x:${id}:\n`).join('');
}
