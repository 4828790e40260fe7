/**
 * The points at which a named mistake may change what the server does (see defects/smtp.ts). Without mistakes every one of them
 * does what the RFCs ask; handlers know the rules, never the mistakes.
 */

import type { ContentScanner } from './content/scanner';
import { StrictScanner } from './content/scanner';
import type { CommandLine } from './line';
import type { Reply } from './reply';
import type { Session } from './session';
import type { Transaction } from './transaction';

/** Decisions that lie inside a handler. */
export interface Rules {
  /** What finds the end of DATA; gets the limit in octets. */
  scanner(limit: number): ContentScanner;
  /** Whether content with a CR or LF that stands alone is refused. */
  refusesBareNewlines: boolean;
  /** Whether content with a NUL, sent by DATA, is refused. */
  refusesNul: boolean;
  /** The content as it is stored, trace fields not yet added. */
  content(content: Buffer, transaction: Transaction): Buffer;
  /** The whole message as it is stored. */
  stored(message: Buffer, transaction: Transaction): Buffer;
  /** A received command line before it is looked at. */
  commandLine(line: Buffer): Buffer;
  /** What ends a command line. */
  lineEnd: 'CRLF' | 'LF';
  /** The octets of a reply as they are written. */
  replyOctets(text: string): string | Buffer;
  /** Whether input that came before the TLS handshake is thrown away. */
  dropsInputBeforeTls: boolean;
  /** Whether what was said before TLS is forgotten after it. */
  forgetsBeforeTls: boolean;
  /** Whether half a message is delivered when the connection is lost. */
  deliversHalfMessages: boolean;
  /** Whether the reply waits until the message is stored. */
  storesBeforeReply: boolean;
  /** Whether the content's end closes the transaction. */
  endClosesTransaction: boolean;
  /** Whether an address given twice is delivered to once. */
  mergesDuplicates: boolean;
  /** Octets of the largest message; undefined for the limit that is announced. */
  sizeLimit: number | undefined;
}

export const DEFAULT_RULES: Rules = {
  scanner: (limit) => new StrictScanner(limit),
  refusesBareNewlines: true,
  refusesNul: true,
  content: (content) => content,
  stored: (message) => message,
  commandLine: (line) => line,
  lineEnd: 'CRLF',
  replyOctets: (text) => text,
  dropsInputBeforeTls: true,
  forgetsBeforeTls: true,
  deliversHalfMessages: false,
  storesBeforeReply: true,
  endClosesTransaction: true,
  mergesDuplicates: true,
  sizeLimit: undefined,
};

export interface SmtpHook {
  rules?: Partial<Rules>;
  /** Stands around a command; `next` does what is right. */
  command?(session: Session, command: CommandLine, next: () => Promise<void>): Promise<void> | void;
  /** Changes a reply, or keeps it back. */
  reply?(session: Session, reply: Reply): Reply | undefined;
}

/** Runs the command inside all hooks that stand around commands. */
export function aroundCommand(
  hooks: readonly SmtpHook[],
  session: Session,
  command: CommandLine,
  handle: () => Promise<void>,
): Promise<void> | void {
  let next = handle;
  for (const hook of hooks) {
    if (!hook.command) continue;
    const inner = next;
    next = async () => hook.command!(session, command, inner);
  }
  return next();
}

/** The reply after all hooks; undefined when one keeps it back. */
export function changedReply(hooks: readonly SmtpHook[], session: Session, reply: Reply): Reply | undefined {
  let changed: Reply | undefined = reply;
  for (const hook of hooks) if (hook.reply && changed) changed = hook.reply(session, changed);
  return changed;
}
