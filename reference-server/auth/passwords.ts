/**
 * Deriving and checking passwords. PBKDF2 is slow on purpose; what was derived for a password that is known to be right is remembered
 * in memory, by a keyed hash, so that the same login costs next to nothing the second time.
 */

import { pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import saslprep from '@mongodb-js/saslprep';
import { type Credentials, hmac, keysOf } from './credentials';

/** RFC 7677 §4: at least 4096. */
const ITERATIONS = 4096;
const REMEMBERED = 2000;

export class Passwords {
  private readonly remembered = new Map<string, Buffer>();
  private readonly secret: Buffer;
  /** One salt for this server's new accounts: accounts of tests share passwords, and then need one derivation in all. */
  private readonly salt: Buffer;

  constructor(random: (octets: number) => Buffer) {
    this.secret = random(32);
    this.salt = random(16);
  }

  /** What to store for a new password. Throws when SASLprep forbids it (RFC 4013). */
  create(password: string, keepSecret: boolean): Credentials {
    const prepared = needPrepared(password);
    const salted = this.derive(prepared, this.salt, ITERATIONS, true);
    const { storedKey, serverKey } = keysOf(salted);
    return {
      salt: this.salt,
      iterations: ITERATIONS,
      storedKey,
      serverKey,
      ...(keepSecret ? { secret: prepared } : {}),
    };
  }

  /** Whether these were made of this password, the secret kept or not. */
  isOf(password: string, keepSecret: boolean, credentials: Credentials): boolean {
    if (keepSecret || credentials.secret !== undefined)
      return keepSecret && credentials.secret !== undefined && credentials.secret === prepare(password);
    return this.check(password, credentials);
  }

  /** Whether this is the password; takes as long when there is no such account. */
  check(password: string, credentials: Credentials | undefined): boolean {
    const prepared = prepare(password) ?? '';
    const { salt, iterations, storedKey } = credentials ?? this.nobody('');
    const salted = this.derive(prepared, salt, iterations, false);
    const right = timingSafeEqual(keysOf(salted).storedKey, storedKey) && prepared !== '' && credentials !== undefined;
    if (right) this.remember(this.label(prepared, salt, iterations), salted);
    return right;
  }

  /** Credentials of an account that does not exist: the same for a name every time (RFC 5802 §9 and its advice on mock salts). */
  nobody(name: string): Credentials {
    const salt = hmac(this.secret, `salt ${name}`).subarray(0, 16);
    const key = hmac(this.secret, `key ${name}`);
    return { salt, iterations: ITERATIONS, storedKey: key, serverKey: key };
  }

  private derive(prepared: string, salt: Buffer, iterations: number, remember: boolean): Buffer {
    const label = this.label(prepared, salt, iterations);
    const known = this.remembered.get(label);
    if (known) return known;
    const salted = pbkdf2Sync(prepared, salt, iterations, 32, 'sha256');
    if (remember) this.remember(label, salted);
    return salted;
  }

  private label(prepared: string, salt: Buffer, iterations: number): string {
    return hmac(this.secret, Buffer.concat([salt, Buffer.from(`${iterations}:${prepared}`)])).toString('base64');
  }

  private remember(label: string, salted: Buffer): void {
    this.remembered.set(label, salted);
    if (this.remembered.size <= REMEMBERED) return;
    const [oldest] = this.remembered.keys();
    this.remembered.delete(oldest!);
  }
}

/** Throws when SASLprep forbids the password (RFC 4013). */
export function needPrepared(password: string): string {
  const prepared = prepare(password);
  if (prepared === undefined) throw new Error('the password has characters that SASLprep forbids');
  return prepared;
}

/** SASLprep of a name or password; undefined when it has forbidden characters. */
export function prepare(text: string): string | undefined {
  try {
    return saslprep(text, { allowUnassigned: true });
  } catch {
    return undefined;
  }
}
