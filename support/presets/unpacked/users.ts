/** The users of a private root that Debian does not give to every machine; numbers that it gives to nobody. */

export interface User {
  name: string;
  id: number;
  /** The number of its group; without one, it has one of its own name and number. */
  group?: number;
  home: string;
}

const FIRST = 59_000;

/** @param homes by name */
export function usersOf(homes: Readonly<Record<string, string>>): User[] {
  return Object.entries(homes).map(([name, home], n) => ({ name, id: FIRST + n, home }));
}

/** Lines of passwd(5): none of them can log in. */
export function passwdLines(users: readonly User[]): string {
  return users
    .map(({ name, id, group = id, home }) => `${name}:x:${id}:${group}::${home}:/usr/sbin/nologin\n`)
    .join('');
}

/** Lines of group(5). */
export function groupLines(users: readonly User[]): string {
  const own = users.filter(({ group }) => group === undefined);
  return own.map(({ name, id }) => `${name}:x:${id}:\n`).join('');
}
