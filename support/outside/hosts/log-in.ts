/** A host that offers AUTH lets everybody in: it is a smarthost that knows the target (RFC 4954 §4). */

/** What AUTH is answered with in the end. */
export interface LoggedIn {
  code: '235' | '501' | '504';
  user?: string;
  password?: string;
}

/**
 * @param argument of AUTH
 * @param ask gives a challenge and waits for the response, both as they stand on the wire
 */
export async function logIn(argument: string, ask: (challenge: string) => Promise<string>): Promise<LoggedIn> {
  const [mechanism = '', initial] = argument.split(' ');
  if (mechanism.toUpperCase() === 'PLAIN') {
    // RFC 4616 §2: authorization identity, user and password, parted by NUL.
    const [, user, password] = decoded(initial ?? (await ask(''))).split('\0');
    return password === undefined ? { code: '501' } : { code: '235', user, password };
  }
  if (mechanism.toUpperCase() === 'LOGIN') {
    const user = decoded(initial ?? (await ask(encoded('Username:'))));
    return { code: '235', user, password: decoded(await ask(encoded('Password:'))) };
  }
  return { code: '504' };
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}
