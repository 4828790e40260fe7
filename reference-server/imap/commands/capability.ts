import { type Command, completed } from '../command';
import type { Session } from '../session';

/** RFC 9051 §6.1.1. */
export const capability: Command = {
  state: 'any',
  run(session, call) {
    call.args.end();
    session.untagged(announceCapabilities(session));
    return completed(call);
  },
};

/** `CAPABILITY IMAP4rev1 …`: what this session can use now, for the response and the response code. */
export function announceCapabilities(session: Session): string {
  const words = session.service.extensions
    .filter(({ shows }) => shows === undefined || shows(session))
    .flatMap(({ name, words }) => (words ? words(session) : [name]));
  return `CAPABILITY ${words.join(' ')}`;
}
