import { type Command, completed } from '../command';
import { formatThreads } from '../order/threads';
import { bad } from '../refusal';
import { readKeys } from '../search/charset';

/** RFC 5256 §3. */
export const thread: Command = {
  state: 'selected',
  announces: 'no-expunges',
  async run(session, call) {
    const { args } = call;
    args.space();
    const name = args.keyword();
    const threading = session.tables.thread.get(name);
    if (!threading) throw bad(`THREAD knows no ${name.slice(0, 40)}`).because('syntax');
    args.space();
    const charset = args.astring();
    args.space();
    const key = readKeys(session, args, charset);
    args.end();
    const selected = session.selected!;
    const found = await selected.thread(key, threading);
    const text = formatThreads(found, ({ uid }) => selected.answered([uid], call.uid)[0]!);
    session.untagged(text === '' ? 'THREAD' : `THREAD ${text}`);
    return completed(call);
  },
};

/** UID THREAD may tell of expunges. */
export const uidThread: Command = { ...thread, announces: 'everything' };
