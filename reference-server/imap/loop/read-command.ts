import { asRefusal } from '../as-refusal';
import { bad, type Refusal } from '../refusal';
import type { Session } from '../session';
import { type Marker, markerOf, type RawCommand } from '../syntax/raw-command';

/** Octets of one line without its literals; RFC 7162 §4 asks for 8192 at least. */
const LONGEST_LINE = 65_536;
/** Octets that a non-synchronising literal may have and still be read, to be thrown away; beyond it the connection ends. */
const MOST_DISCARDED = 256 * 1024 * 1024;

/** What came, and the refusal that was found before all of it was read. */
export interface Received {
  raw: RawCommand;
  refusal?: Refusal;
}

/**
 * Reads one command with its literals. A synchronising literal that is refused ends the command there: the client does not send it
 * (RFC 9051 §4.3); a non-synchronising one is on its way and is read and thrown away (RFC 7888 §4). Throws Interrupted.
 */
export async function readCommand(session: Session): Promise<Received> {
  const { connection } = session;
  const { literals } = session.service;
  const raw: RawCommand = { segments: [], literals: [] };
  let refusal: Refusal | undefined;
  for (;;) {
    session.push();
    const { octets, tooLong } = await connection.readLine(LONGEST_LINE);
    const line = octets.toString('latin1');
    // What follows a refused literal is read for where it ends, and not kept.
    if (!refusal) raw.segments.push(line);
    if (tooLong) return { raw, refusal: bad('The line is too long', 'TOOBIG') };
    const marker = markerOf(line);
    if (!marker) return refusal ? { raw, refusal } : { raw };
    refusal ??= gate(session, raw, marker);
    if (refusal && !literals.comes(marker)) return { raw, refusal };
    if (literals.asks(marker)) session.continuation('Go on');
    session.push();
    if (refusal) await discardLiteral(session, marker);
    else raw.literals.push({ octets: await connection.readExactly(marker.size), binary: marker.binary });
    if (session.ended) return { raw, refusal: bad('That literal is too large') };
  }
}

function gate(session: Session, raw: RawCommand, marker: Marker): Refusal | undefined {
  try {
    return session.service.literals.gate(session, raw, marker);
  } catch (error) {
    return asRefusal(session, error);
  }
}

async function discardLiteral(session: Session, { size }: Marker): Promise<void> {
  // RFC 7888 §4: rather than read what nobody wants, the server may end the session.
  if (size > MOST_DISCARDED) session.bye('That literal is too large', 'TOOBIG');
  else for (let left = size; left > 0; ) left -= (await session.connection.readSome(left)).length;
}
