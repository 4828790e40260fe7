/** Mistakes with logins that fail, the same for all protocols. */
import type { Authenticator } from '../../reference-server/auth/authenticator';

/** So often is derived what others derive once: it takes long enough to be seen on any machine. */
const ROUNDS = 20;

/** A password is derived, which takes its time, only where there is an account: who has none is refused at once. */
const unknownAtOnce = (right: Authenticator): Pick<Authenticator, 'password'> => ({
  password(user, password) {
    if (!right.find(user)) return undefined;
    for (let n = 1; n < ROUNDS; n++) right.password(user, password);
    return right.password(user, password);
  },
});

/** Of a name that reads like a path the first folder is the account. */
const pathsFollowed = (right: Authenticator): Pick<Authenticator, 'password' | 'find'> => {
  const account = (user: string) => user.split('/').find((part) => /[^.]/.test(part)) ?? user;
  return {
    find: (user) => right.find(account(user)),
    password: (user, password) => right.password(account(user), password),
  };
};

/** The same in every protocol, for each asks the same accounts. */
export const guesses = [
  {
    name: 'unknown-user-at-once',
    mistake: 'A password is derived only where there is such an account.',
    reference: 'https://github.com/authelia/authelia/issues/949',
    seams: { parts: { auth: unknownAtOnce } },
  },
  {
    name: 'login-follows-path',
    mistake: 'A name to log in with is a path, of which the first folder is the account.',
    reference: 'https://github.com/roundcube/roundcubemail/issues/10331',
    seams: { parts: { auth: pathsFollowed } },
  },
] as const;

/** Milliseconds. */
const A_WHILE = 300;

/** Who comes from an address from which a login was just refused. */
export class Banned {
  private readonly refused = new WeakMap<object, Map<string, number>>();

  note({ context, connection }: { context: object; connection: { remoteAddress: string } }): void {
    const times = this.refused.get(context) ?? new Map<string, number>();
    this.refused.set(context, times.set(connection.remoteAddress, performance.now()));
  }

  has({ context, connection }: { context: object; connection: { remoteAddress: string } }): boolean {
    const time = this.refused.get(context)?.get(connection.remoteAddress);
    return time !== undefined && performance.now() - time < A_WHILE;
  }
}
