/** Who is signed in. In memory only; what a cookie says is an id and the key of the password, and neither is kept here as it is. */

import { createHash } from 'node:crypto';
import { KEY_OCTETS, type Sealed, seal, unseal } from './sealed';

export interface Session {
  readonly user: string;
  /** What forms must bring along. */
  readonly token: string;
  readonly since: number;
  /** When a request came last. */
  seen: number;
  /** What ends with it: connections, files that were brought. */
  readonly ends: Set<() => void>;
}

export interface Visit {
  readonly session: Session;
  readonly password: string;
}

interface Kept extends Session {
  readonly sealed: Sealed;
}

export interface SessionSettings {
  now: () => number;
  random: (octets: number) => Buffer;
  limits: { idle: number; session: number; sessions: number };
}

const ID_OCTETS = 16;

export class Sessions {
  /** By the hash of the id: whoever reads this memory has no cookie. Oldest first. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly settings: SessionSettings) {}

  /** A session of its own for each sign-in, whatever cookie came with it; gives the new cookie's value. */
  open(user: string, password: string): { cookie: string; session: Session } {
    const { now, random, limits } = this.settings;
    this.sweep();
    if (this.kept.size >= limits.sessions) this.end(this.kept.keys().next().value!);
    const id = random(ID_OCTETS);
    const key = random(KEY_OCTETS);
    const at = now();
    const session: Kept = {
      user,
      token: random(ID_OCTETS).toString('base64url'),
      since: at,
      seen: at,
      ends: new Set(),
      sealed: seal(password, key),
    };
    this.kept.set(nameOf(id), session);
    return { cookie: Buffer.concat([id, key]).toString('base64url'), session };
  }

  /** Undefined where there is none, or none any more. */
  find(cookie: string): Visit | undefined {
    this.sweep();
    const octets = Buffer.from(cookie, 'base64url');
    if (octets.length !== ID_OCTETS + KEY_OCTETS) return undefined;
    const session = this.kept.get(nameOf(octets.subarray(0, ID_OCTETS)));
    if (!session) return undefined;
    const password = unseal(session.sealed, octets.subarray(ID_OCTETS));
    if (password === undefined) return undefined;
    session.seen = this.settings.now();
    return { session, password };
  }

  close(cookie: string): void {
    this.end(nameOf(Buffer.from(cookie, 'base64url').subarray(0, ID_OCTETS)));
  }

  closeAll(): void {
    for (const name of [...this.kept.keys()]) this.end(name);
  }

  private sweep(): void {
    const { now, limits } = this.settings;
    const at = now();
    for (const [name, { since, seen }] of this.kept) {
      if (at - seen > limits.idle || at - since > limits.session) this.end(name);
    }
  }

  private end(name: string): void {
    const session = this.kept.get(name);
    this.kept.delete(name);
    for (const end of session?.ends ?? []) end();
  }
}

function nameOf(id: Buffer): string {
  return createHash('sha256').update(id).digest('base64');
}
