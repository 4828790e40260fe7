import type { CreateOptions } from '../backend/account';
import { type Command, completed } from '../command';
import { readGivenName, withoutDelimiter } from '../mailbox-name';
import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { tellOldName } from './list';

/** RFC 9051 §6.3.4. */
export const create: Command = {
  state: 'authenticated',
  run(session, call) {
    call.args.space();
    const given = readGivenName(session, call.args);
    const options = readParameters(session, call.args);
    call.args.end();
    const name = withoutDelimiter(given.name);
    const made = session.account!.create(name, options);
    tellOldName(session, { ...given, name });
    return completed(call, session.tables.created?.(made));
  },
};

/** `(USE (\Sent))`, where there are parameters (RFC 4466 §2.2). */
function readParameters({ tables }: Session, args: Arguments): CreateOptions {
  if (tables.create.size === 0 || !args.trySpace()) return {};
  const options = args.list(() => {
    const word = args.keyword();
    const read = tables.create.get(word);
    if (!read) throw bad(`CREATE takes no ${word.slice(0, 40)}`);
    args.space();
    return read(args);
  });
  return Object.assign({}, ...options);
}
