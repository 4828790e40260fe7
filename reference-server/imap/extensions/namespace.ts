import { SEPARATOR } from '../../store/types';
import { type Command, completed } from '../command';
import type { Extension } from '../extension';
import { loggedIn } from './states';

/** RFC 2342, RFC 9051 §6.3.10: everything is personal, below no prefix. */
const run: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.end();
    session.untagged(`NAMESPACE (("" "${SEPARATOR}")) NIL NIL`);
    return completed(call);
  },
};

export const namespace: Extension = { name: 'NAMESPACE', rfc: '2342', shows: loggedIn, commands: { NAMESPACE: run } };
