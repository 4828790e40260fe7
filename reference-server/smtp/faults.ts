/** Which commands and replies a fault rule may name in SMTP and LMTP. */

import { BASE_COMMANDS } from './commands';
import { EXTENSIONS } from './extensions';
import { parseReply } from './reply';

export function commandsOf(protocol: 'smtp' | 'lmtp'): ReadonlySet<string> {
  const added = EXTENSIONS.flatMap(({ commands }) => Object.keys(commands ?? {}));
  return new Set([...Object.keys(BASE_COMMANDS[protocol]), ...added, 'GREETING', 'END']);
}

export function isReply(text: string): boolean {
  return parseReply(text) !== undefined;
}
