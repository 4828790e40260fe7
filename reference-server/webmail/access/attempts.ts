/** Who has failed to sign in too often waits: each failure beyond the limit doubles the wait. */

interface Failures {
  count: number;
  /** When another attempt is taken. */
  free: number;
  last: number;
}

export interface AttemptSettings {
  now: () => number;
  /** Failures before the first wait. */
  limit: number;
}

const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 15 * 60_000;
const FORGOTTEN = 60 * 60_000;
const MOST = 10_000;
/** Many people may sit behind one address. */
const ADDRESS_SHARE = 4;

export class Attempts {
  private readonly failed = new Map<string, Failures>();

  constructor(private readonly settings: AttemptSettings) {}

  /** Milliseconds until this user may try from there; 0 for now. */
  wait(user: string, address: string): number {
    const now = this.settings.now();
    const until = keysOf(user, address).map((key) => this.failed.get(key)?.free ?? 0);
    return Math.max(0, ...until.map((free) => free - now));
  }

  fail(user: string, address: string): void {
    const [own, shared] = keysOf(user, address);
    this.count(own, this.settings.limit);
    this.count(shared, this.settings.limit * ADDRESS_SHARE);
  }

  /** A right password forgives the user; the address has to wait out what it did to others. */
  succeed(user: string, address: string): void {
    this.failed.delete(keysOf(user, address)[0]);
  }

  private count(key: string, limit: number): void {
    const now = this.settings.now();
    const before = this.failed.get(key);
    const count = before && now - before.last < FORGOTTEN ? before.count + 1 : 1;
    const wait = count < limit ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - limit));
    this.failed.delete(key);
    this.failed.set(key, { count, free: now + wait, last: now });
    if (this.failed.size > MOST) this.failed.delete(this.failed.keys().next().value!);
  }
}

/** A user is counted wherever they come from, so that many addresses do not help; case never makes another user. */
function keysOf(user: string, address: string): [string, string] {
  return [`user ${user.toLowerCase()}`, `address ${address}`];
}
