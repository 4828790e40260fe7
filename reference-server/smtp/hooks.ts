/**
 * The points at which a named mistake may change what the server does (see defects/smtp.ts). Without mistakes every one of them
 * does what the RFCs ask; handlers know the rules, never the mistakes.
 */

import type { SharedParts } from '../context';
import type { LineEnd } from '../net/input';
import type { Replacements } from '../seams';
import { type ContentScanner, StrictScanner } from './content/scanner';
import type { CommandLine } from './line';
import type { Reply } from './reply';
import type { Session } from './session';
import type { Recipient, Transaction } from './transaction';

/** Decisions that lie inside a handler. */
export interface Rules {
  /** What finds the end of DATA; gets the limit in octets. */
  scanner(limit: number): ContentScanner;
  /** Whether content with a CR or LF that stands alone is refused. */
  refusesBareNewlines: boolean;
  /** Whether content with a NUL, sent by DATA, is refused. */
  refusesNul: boolean;
  /** Octets of the largest message that is taken, given the announced limit. */
  sizeLimit(announced: number): number;
  /** The content as it is stored, trace fields not yet added. */
  content(content: Buffer, transaction: Transaction, session: Session): Buffer;
  /** The whole message as it is stored. */
  stored(message: Buffer, transaction: Transaction, session: Session): Buffer;
  /** Who gets the message: each account once. */
  deliveredTo(transaction: Transaction, content: Buffer, session: Session): readonly Recipient[];
  /** For whom the content's end is answered, with a reply each. */
  answered(transaction: Transaction, session: Session): readonly Recipient[];
  /** Whether half a message is delivered when the connection is lost. */
  deliversHalfMessages: boolean;
  /** Whether the content's end closes the transaction. */
  endClosesTransaction: boolean;
  /** What ends a command line. */
  lineEnd: LineEnd;
  /** The octets of a reply as they are written. */
  replyOctets(text: string): string | Buffer;
  /** Whether input that came before the TLS handshake is thrown away. */
  dropsInputBeforeTls: boolean;
  /** Whether what was said before TLS is forgotten after it. */
  forgetsBeforeTls: boolean;
  /** Whether the octets behind a BDAT that is refused are thrown away with it. */
  skipsRefusedChunks: boolean;
}

export const DEFAULT_RULES: Rules = {
  scanner: (limit) => new StrictScanner(limit),
  refusesBareNewlines: true,
  refusesNul: true,
  sizeLimit: (announced) => announced,
  content: (content) => content,
  stored: (message) => message,
  deliveredTo: ({ recipients }) => [
    ...new Map(recipients.map((recipient) => [recipient.account.id, recipient])).values(),
  ],
  // RFC 2033 §4.2: LMTP answers for each RCPT that was accepted, also for one that was given twice.
  answered: ({ recipients }, { protocol }) => (protocol === 'lmtp' ? recipients : recipients.slice(0, 1)),
  deliversHalfMessages: false,
  endClosesTransaction: true,
  lineEnd: 'CRLF',
  replyOctets: (text) => text,
  dropsInputBeforeTls: true,
  forgetsBeforeTls: true,
  skipsRefusedChunks: true,
};

export interface SmtpHook {
  /** Shared parts as this protocol sees them. */
  parts?: Replacements<SharedParts>;
  rules?: Partial<Rules>;
  /** Stands around a command, which it may change; `next` does what is right. */
  command?(session: Session, command: CommandLine, next: () => Promise<void>): Promise<void> | void;
  /** Changes a reply, or keeps it back; `verb` is the present command's. */
  reply?(session: Session, reply: Reply, verb: string): Reply | undefined;
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
export function changedReply(
  hooks: readonly SmtpHook[],
  session: Session,
  reply: Reply,
  verb: string,
): Reply | undefined {
  let changed: Reply | undefined = reply;
  for (const hook of hooks) if (hook.reply && changed) changed = hook.reply(session, changed, verb);
  return changed;
}
