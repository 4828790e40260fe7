import { type Command, completed } from '../command';

/** RFC 9051 §6.3.1, RFC 5161. What is unknown, not offered or on already is passed over. */
export const enable: Command = {
  state: 'authenticated',
  run(session, call) {
    const asked: string[] = [];
    do {
      call.args.space();
      asked.push(call.args.keyword());
    } while (!call.args.atEnd);
    const fresh = session.tables.enable.filter((name) => {
      const key = name.toUpperCase();
      return asked.includes(key) && !session.enabled.has(key);
    });
    for (const name of fresh) {
      session.enabled.add(name.toUpperCase());
      session.tables.enabled.get(name)?.(session);
    }
    session.untagged(['ENABLED', ...fresh].join(' '));
    return completed(call);
  },
};
