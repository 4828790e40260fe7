/** Mistakes with a command whose end never came, because the connection was lost. */

import { identify } from '../../reference-server/imap/loop/identify';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import type { Arguments } from '../../reference-server/imap/syntax/arguments';
import { markerOf, type RawCommand } from '../../reference-server/imap/syntax/raw-command';
import { Interrupted } from '../../reference-server/net/interrupted';

/** Does something with what had come of this command when the connection was lost. */
export function whenBroken(name: string, act: (session: Session, raw: RawCommand, args: Arguments) => void): ImapSeams {
  /** What has come since the last command was whole. */
  const come = new WeakMap<Session, Buffer[]>();
  return {
    read: (session) => (octets) => {
      come.set(session, [...(come.get(session) ?? []), octets]);
      return octets;
    },
    around(session, _call, next) {
      come.delete(session);
      return next();
    },
    async session(session, next) {
      try {
        await next();
      } catch (error) {
        if (error instanceof Interrupted) {
          const raw = taken(Buffer.concat(come.get(session) ?? []));
          const call = identify(session, raw);
          if (call.name === name) act(session, raw, call.args);
        }
        throw error;
      }
    },
  };
}

/** Lines and literals; what was cut last is a line that ends early, or a literal. */
function taken(octets: Buffer): RawCommand {
  const raw: RawCommand = { segments: [], literals: [] };
  for (let at = 0; ; ) {
    const end = octets.indexOf('\r\n', at);
    const line = octets.toString('latin1', at, end < 0 ? octets.length : end);
    raw.segments.push(line);
    const marker = end < 0 ? undefined : markerOf(line);
    if (!marker) return raw;
    at = end + 2 + marker.size;
    raw.literals.push({ octets: octets.subarray(end + 2, at), binary: marker.binary });
  }
}
