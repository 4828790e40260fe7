/** Faults on cue in IMAP: which commands and replies a rule may name, and how it is played. */

import type { Playing } from '../faults/play';
import type { Call, Done } from './command';
import { EXTENSIONS } from './extensions';
import type { Session } from './session';

export const COMMANDS: ReadonlySet<string> = new Set([
  ...EXTENSIONS.flatMap(({ commands }) => Object.keys(commands ?? {})),
  'GREETING',
]);

const lines = (text: string) => text.split(/\r?\n/);

/** A status without its tag, behind untagged responses. */
export function isReply(text: string): boolean {
  const all = lines(text);
  return /^(?:OK|NO|BAD|BYE|PREAUTH)(?: |$)/i.test(all.pop()!) && all.every((line) => line.startsWith('* '));
}

export const FAULTS: Playing<Session, Call, Done> = {
  protocol: 'imap',
  named: ({ name, args }) => ({ name, argument: args.rest.trimStart() }),
  answer(reply, session, { tag }) {
    const untagged = lines(reply);
    const status = untagged.pop()!;
    for (const line of untagged) session.send(`${line}\r\n`);
    // RFC 9051 §7.1.5: BYE is never tagged, and the connection ends.
    const bye = /^BYE/i.test(status);
    session.send(`${bye ? '*' : tag} ${status}\r\n`);
    if (bye) session.ended = true;
    return undefined;
  },
  end(session) {
    session.ended = true;
  },
};
