import { type Command, completed } from '../command';

/** RFC 9051 §6.1.2: nothing, and the occasion for news. */
export const noop: Command = {
  state: 'any',
  run(_session, call) {
    call.args.end();
    return completed(call);
  },
};

/** RFC 3501 §6.4.1: here everything is on disk already. */
export const check: Command = { ...noop, state: 'selected' };
