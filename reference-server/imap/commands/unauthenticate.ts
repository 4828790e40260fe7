import { type Command, completed } from '../command';
import { announceCapabilities } from './capability';

/** RFC 8437 §3. What failed logins and wrong commands have been counted stays: it is what the connection may not do for ever. */
export const unauthenticate: Command = {
  state: 'authenticated',
  announces: 'nothing',
  run(session, call) {
    call.args.end();
    // Nothing is removed (RFC 8437 §3).
    session.deselect();
    session.account = undefined;
    // RFC 8437 §4.1: and whatever else extensions know of the session.
    session.enabled.clear();
    for (const forget of session.tables.forgets) forget(session);
    // What is told before the login shows again.
    const done = completed(call, announceCapabilities(session));
    return session.connection.compressed ? { ...done, after: () => session.connection.expand() } : done;
  },
};
