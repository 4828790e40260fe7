import type { Step } from '../../auth/mechanism';
import { bad } from '../refusal';
import { escapeQuoted } from '../response/strings';
import type { Session } from '../session';
import type { Marker, RawCommand } from '../syntax/raw-command';

/** What is decided about commands, strings and logins. */
export interface WireChoices {
  /** The name under which a command is looked up (RFC 9051 §9: case does not count). */
  commandName(word: string): string;
  /** Whether a literal is answered with `+` (RFC 7888 §3). */
  continues(marker: Marker): boolean;
  /** Whether a literal may stand in this command. */
  takesLiteral(command: string): boolean;
  /** Whether a literal that was refused but is on its way is read and thrown away (RFC 7888 §4). */
  discardsRefused: boolean;
  /** The connection broke inside a literal. */
  literalBroke: ((session: Session, raw: RawCommand, received: Buffer) => void) | undefined;
  /** The text of a quoted string, from and to the wire. */
  unquote(text: string): string;
  escape(text: string): string;
  /** The text of a literal. */
  literalText(text: string): string;
  /** Whether a command waits until the one after it was answered. */
  defers(session: Session): boolean;
  /** Whether input that came before the TLS handshake is kept (RFC 9051 §6.2.1: never). */
  keepsInputBeforeTls: boolean;
  /** Whether a password may come over a connection where TLS is demanded. */
  loginWithoutTls: boolean;
  /** What comes of a step of SASL; `responses` are the client's, this one last. */
  authenticated(session: Session, step: Step, responses: readonly Buffer[]): Step;
}

export const wireChoices: WireChoices = {
  commandName: (word) => word.toUpperCase(),
  continues: (marker) => marker.synchronizing,
  takesLiteral: () => true,
  discardsRefused: true,
  literalBroke: undefined,
  unquote: unescapeQuoted,
  escape: escapeQuoted,
  literalText: withoutNul,
  defers: () => false,
  keepsInputBeforeTls: false,
  loginWithoutTls: false,
  authenticated: (_session, step) => step,
};

function unescapeQuoted(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text;
}

/** RFC 9051 §9, CHAR8: a literal holds any octet but NUL. */
function withoutNul(text: string): string {
  if (text.includes('\0')) throw bad('A string may not hold NUL');
  return text;
}
