import { SEPARATOR } from '../../store/types';
import { SHARED, USERS } from '../backend/places';
import { type Command, completed } from '../command';
import type { Extension } from '../extension';
import { loggedIn } from './states';

const below = (prefix: string) => `(("${prefix}" "${SEPARATOR}"))`;

/** RFC 2342, RFC 9051 §6.3.10: what is personal lies below no prefix. */
const run: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.end();
    const others = session.tables.shares ? `${below(USERS)} ${below(SHARED)}` : 'NIL NIL';
    session.untagged(`NAMESPACE ${below('')} ${others}`);
    return completed(call);
  },
};

export const namespace: Extension = { name: 'NAMESPACE', rfc: '2342', shows: loggedIn, commands: { NAMESPACE: run } };
