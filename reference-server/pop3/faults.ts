/** Faults on cue in POP3: which commands and replies a rule may name, and how it is played. */

import type { Playing } from '../faults/play';
import type { Answer } from './answer';
import { CAPABILITIES } from './capabilities';
import { BASE_COMMANDS } from './commands';
import { type CommandLine, GREETING } from './line';
import type { Session } from './session';

export const COMMANDS: ReadonlySet<string> = new Set([
  ...Object.keys(BASE_COMMANDS),
  ...CAPABILITIES.flatMap(({ commands }) => Object.keys(commands ?? {})),
  GREETING,
]);

const lines = (text: string) => text.split(/\r?\n/);

/** A status, and where that is `+OK` perhaps lines behind it up to a single dot. */
export function isReply(text: string): boolean {
  const [status, ...more] = lines(text);
  if (more.length > 0) return /^\+OK(?: |$)/.test(status!) && more.at(-1) === '.';
  return /^(?:\+OK(?: |$)|-ERR(?: |$)|\+ )/.test(status!);
}

export const FAULTS: Playing<Session, CommandLine, Answer> = {
  protocol: 'pop3',
  named: ({ verb, argument }) => ({ name: verb, argument }),
  // As the rule has it.
  answer: (reply, { connection }) => void connection.write(`${lines(reply).join('\r\n')}\r\n`),
  end: (session) => session.end(),
};
