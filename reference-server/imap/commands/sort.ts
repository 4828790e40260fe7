import type { Command } from '../command';
import { readOrder } from '../order/sort';
import { withBesides } from '../search/besides';
import { readCriteria } from '../search/charset';
import { searched } from './search';

/** RFC 5256 §3. */
export const sort: Command = {
  state: 'selected',
  announces: 'no-expunges',
  async run(session, call) {
    const { args } = call;
    args.space();
    const order = readOrder(args, session.tables.sort);
    args.space();
    const key = readCriteria(session, args);
    args.end();
    const selected = session.selected!;
    const uids = (await selected.sort(key, order)).map(({ uid }) => uid);
    session.untagged(withBesides(session, key, uids, 'SORT', selected.answered(uids, call.uid)));
    return searched(call, key);
  },
};
