import { SEPARATOR } from '../../store/types';
import { type Command, completed } from '../command';

/** RFC 2342, RFC 9051 §6.3.10: everything is personal, below no prefix. */
export const namespace: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.end();
    session.untagged(`NAMESPACE (("" "${SEPARATOR}")) NIL NIL`);
    return completed(call);
  },
};
