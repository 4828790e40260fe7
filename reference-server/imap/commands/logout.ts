import { type Command, completed } from '../command';

/** RFC 9051 §6.1.3. */
export const logout: Command = {
  state: 'any',
  announces: 'nothing',
  run(session, call) {
    call.args.end();
    session.bye('Until next time');
    return completed(call);
  },
};
