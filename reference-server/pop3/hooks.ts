/**
 * The points at which a named mistake may change what the server does (see defects/pop3.ts). Without mistakes every one of them
 * does what the RFCs ask.
 */

import type { SharedParts } from '../context';
import type { LineEnd } from '../net/input';
import type { Replacements } from '../seams';
import type { Account } from '../store/types';
import { type Answer, payloadOctets } from './answer';
import type { Entry } from './maildrop';
import type { Session } from './session';

export interface CommandLine {
  /** In capitals. */
  verb: string;
  sentVerb: string;
  argument: string;
}

export interface Rules {
  /** The octets of a payload. */
  payload(payload: Buffer | readonly string[]): Buffer[];
  /** The status line as it is written. */
  status(line: string): string;
  /** What ends a command line. */
  lineEnd: LineEnd;
  /** The octets of a command line, as they are read. */
  commandLine(octets: Buffer): Buffer;
  /** Whether input that came before the TLS handshake is thrown away. */
  dropsInputBeforeTls: boolean;
  /** Whether a session has the maildrop to itself. */
  locks: boolean;
  /** Whose logins count for LOGIN-DELAY: an account's own (RFC 2449 §6.5). */
  delayedWith(account: Account): number;
  /** Whether messages are removed at QUIT only, and not when the connection is lost. */
  updatesOnlyAtQuit: boolean;
  /** The octets that LIST and STAT count for a message. */
  size(entry: Entry, session: Session): number;
  /** What UIDL calls a message. */
  uniqueId(entry: Entry, session: Session): string;
  /** The answer to CAPA. */
  capabilities(lines: string[], session: Session): string[];
}

export const DEFAULT_RULES: Rules = {
  payload: payloadOctets,
  status: (line) => line,
  lineEnd: 'CRLF',
  commandLine: (octets) => octets,
  dropsInputBeforeTls: true,
  locks: true,
  delayedWith: (account) => account.id,
  updatesOnlyAtQuit: true,
  size: (entry) => entry.size,
  uniqueId: (entry) => entry.uniqueId,
  capabilities: (lines) => lines,
};

export interface Pop3Hook {
  /** Shared parts as this protocol sees them. */
  parts?: Replacements<SharedParts>;
  rules?: Partial<Rules>;
  /** Stands around a command, which it may change; `next` does what is right and gives its answer. */
  command?(
    session: Session,
    command: CommandLine,
    next: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined>;
}

/** Runs the command inside all hooks. */
export function aroundCommand(
  hooks: readonly Pop3Hook[],
  session: Session,
  command: CommandLine,
  handle: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  let next = handle;
  for (const hook of hooks) {
    if (!hook.command) continue;
    const inner = next;
    next = () => hook.command!(session, command, inner);
  }
  return next();
}
