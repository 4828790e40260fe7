import { bad, type Refusal } from './refusal';
import type { Session } from './session';
import { type Marker, markerOf, type RawCommand } from './syntax/raw-command';

/** Octets of one line without its literals; RFC 7162 §4 asks for 8192 at least. */
const LONGEST_LINE = 65_536;
/** Octets that a non-synchronising literal may have and still be read, to be thrown away; beyond it the connection ends. */
const MOST_DISCARDED = 256 * 1024 * 1024;

/** What came, and the refusal that was found before all of it was read. */
export interface Received {
  raw: RawCommand;
  refusal?: Refusal;
}

/** Decides whether a literal is taken, given what came before it; the refusal when not. */
export type Gate = (raw: RawCommand, marker: Marker) => Refusal | undefined;

/**
 * Reads one command with its literals. A synchronising literal that is refused ends the command there: the client does not send it
 * (RFC 9051 §4.3); a non-synchronising one is on its way and is read and thrown away (RFC 7888 §4). Throws Interrupted.
 */
export async function readCommand(session: Session, gate: Gate): Promise<Received> {
  const { connection } = session;
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
    refusal ??= gate(raw, marker);
    if (refusal && (marker.synchronizing || !session.choices.discardsRefused)) return { raw, refusal };
    if (session.choices.continues(marker)) session.continuation('Go on');
    session.push();
    const literal = await readLiteral(session, marker, refusal ? undefined : raw);
    if (!refusal) raw.literals.push({ octets: literal, binary: marker.binary });
    if (session.ended) return { raw, refusal: bad('That literal is too large') };
  }
}

/** `raw` is what came before it; undefined when the literal is not wanted. */
async function readLiteral(session: Session, marker: Marker, raw: RawCommand | undefined): Promise<Buffer> {
  if (raw)
    return session.choices.literalBroke ? inPieces(session, marker, raw) : session.connection.readExactly(marker.size);
  if (marker.size > MOST_DISCARDED) {
    // RFC 7888 §4: rather than read what nobody wants, the server may end the session.
    session.bye('That literal is too large', 'TOOBIG');
    return Buffer.alloc(0);
  }
  for (let left = marker.size; left > 0; ) left -= (await session.connection.readSome(left)).length;
  return Buffer.alloc(0);
}

/** Reads a literal so that what came of it is known when the connection breaks. */
async function inPieces(session: Session, marker: Marker, raw: RawCommand): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let left = marker.size;
  try {
    while (left > 0) {
      const piece = await session.connection.readSome(left);
      pieces.push(piece);
      left -= piece.length;
    }
  } catch (error) {
    session.choices.literalBroke!(session, raw, Buffer.concat(pieces));
    throw error;
  }
  return Buffer.concat(pieces);
}
