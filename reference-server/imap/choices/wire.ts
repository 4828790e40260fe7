import type { Step } from '../../auth/mechanism';
import type { Session } from '../session';
import type { Marker, RawCommand } from '../syntax/raw-command';

/** What is decided about commands, strings and logins. */
export interface WireChoices {
  /** Whether a literal is answered with `+` (RFC 7888 §3). */
  continues(marker: Marker): boolean;
  /** Whether a literal may stand in this command. */
  takesLiteral(command: string): boolean;
  /** Whether a literal that was refused but is on its way is read and thrown away (RFC 7888 §4). */
  discardsRefused: boolean;
  /** The connection broke inside a literal. */
  literalBroke: ((session: Session, raw: RawCommand, received: Buffer) => void) | undefined;
  /** Whether input that came before the TLS handshake is kept (RFC 9051 §6.2.1: never). */
  keepsInputBeforeTls: boolean;
  /** Whether a password may come over a connection where TLS is demanded. */
  loginWithoutTls: boolean;
  /** What comes of a step of SASL; `responses` are the client's, this one last. */
  authenticated(session: Session, step: Step, responses: readonly Buffer[]): Step;
}

export const wireChoices: WireChoices = {
  continues: (marker) => marker.synchronizing,
  takesLiteral: () => true,
  discardsRefused: true,
  literalBroke: undefined,
  keepsInputBeforeTls: false,
  loginWithoutTls: false,
  authenticated: (_session, step) => step,
};
