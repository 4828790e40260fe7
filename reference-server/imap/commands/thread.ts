import type { Command } from '../command';
import { formatThreads } from '../order/threads';
import { readCriteria } from '../search/charset';
import { searched } from './search';

/** RFC 5256 §3. */
export const thread: Command = {
  state: 'selected',
  announces: 'no-expunges',
  async run(session, call) {
    const { args } = call;
    args.space();
    const threading = args.named(session.tables.thread, 'THREAD knows no');
    args.space();
    const key = readCriteria(session, args);
    args.end();
    const selected = session.selected!;
    const found = await selected.thread(key, threading);
    const text = formatThreads(found, (uids) => selected.answered(uids, call.uid));
    session.untagged(text === '' ? 'THREAD' : `THREAD ${text}`);
    return searched(call, key);
  },
};
