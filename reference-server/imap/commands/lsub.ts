import { type Command, completed } from '../command';
import { decodeName } from '../mailbox-name';
import { entryLine } from './list';

/** RFC 3501 §6.3.9. */
export const lsub: Command = {
  state: 'authenticated',
  run(session, call) {
    const { args } = call;
    args.space();
    const reference = decodeName(session, args.astring());
    args.space();
    const pattern = reference + decodeName(session, args.listMailbox());
    args.end();
    const request = { patterns: [pattern], select: new Set<string>(), return: new Set<string>(), extended: false };
    for (const entry of session.account!.list({ ...request, lsub: true })) {
      session.untagged(`LSUB ${entryLine(session, entry)}`);
    }
    return completed(call);
  },
};
