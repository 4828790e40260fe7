/** One whole SMTP or LMTP reply. */

export interface SmtpReply {
  code: number;
  /** Behind code and separator, without the end; and where each begins in the octets. */
  lines: readonly { text: string; at: number }[];
  octets: Buffer;
}

export interface SmtpCommand {
  /** The line; nothing for the greeting. */
  line: Buffer;
  verb: string;
  /** What stands behind the verb. */
  argument: string;
}

/** What a reply answers, where that is known. */
export type Answers =
  | { kind: 'greeting' }
  | { kind: 'command'; command: SmtpCommand }
  /** What the client said to a challenge. */
  | { kind: 'response'; command: SmtpCommand }
  /** The content, up to its end: of a recipient where that is LMTP's. */
  | { kind: 'content'; command: SmtpCommand }
  | { kind: 'unknown' };

export function commandOf(line: Buffer): SmtpCommand {
  const text = line.toString('latin1');
  const [verb = ''] = text.split(' ', 1);
  return { line, verb: verb.toUpperCase(), argument: text.slice(verb.length + 1).trim() };
}

export const isSuccess = ({ code }: SmtpReply): boolean => code >= 200 && code < 300;
