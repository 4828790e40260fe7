import { appendGate } from './commands/append';
import { literalMinus } from './extensions/literals';
import { identify } from './loop/identify';
import { bad, type Refusal } from './refusal';
import type { Session } from './session';
import type { Marker, RawCommand } from './syntax/raw-command';

/** Octets of a literal that is no message: a name, a password, a search string. */
const LONGEST_STRING = 128 * 1024;
/** Literals in one command: memory is finite, and clients are not to be trusted with it (CVE-2024-34055). */
const MOST_LITERALS = 100;

/**
 * What is decided of a literal when its announcement has come (RFC 9051 §4.3, RFC 7888). It is a part of the server and no more than
 * decisions: they fall before the command is whole, so that nobody can stand around it yet, and what comes next depends on them.
 */
export interface Literals {
  /** Why it is not taken, given what came before it; undefined where it is. */
  gate(session: Session, raw: RawCommand, marker: Marker): Refusal | undefined;
  /** Whether the client is told to send it (RFC 7888 §3). */
  asks(marker: Marker): boolean;
  /** Whether it comes although it is not taken: it is on its way, and is read and thrown away (RFC 7888 §4). */
  comes(marker: Marker): boolean;
}

export const LITERALS: Literals = {
  gate,
  asks: ({ synchronizing }) => synchronizing,
  comes: ({ synchronizing }) => !synchronizing,
};

/** The command must be one that can be carried out, and the literal not too large for it. */
function gate(session: Session, raw: RawCommand, marker: Marker): Refusal | undefined {
  const call = identify(session, raw);
  if (call.refusal) return call.refusal;
  if (!marker.synchronizing) {
    // RFC 9051 §4.3: IMAP4rev2 has LITERAL-.
    const most = Math.max(session.tables.unasked, session.rev2 ? literalMinus.unasked! : 0);
    if (most === 0) return bad('A literal is to wait for my answer');
    if (marker.size > most) return bad('That literal must wait for my answer', 'TOOBIG');
  }
  if (raw.literals.length >= MOST_LITERALS) return bad('Those are too many literals', 'TOOBIG');
  if (call.name === 'APPEND') return appendGate(session, call.args, raw, marker);
  return marker.size > LONGEST_STRING ? bad('That literal is too large', 'TOOBIG') : undefined;
}
