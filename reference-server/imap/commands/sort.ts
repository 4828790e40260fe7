import { type Command, completed } from '../command';
import { readCriteria } from '../order/sort';
import { besidesOf } from '../search/besides';
import { readKeys } from '../search/charset';

/** RFC 5256 §3. */
export const sort: Command = {
  state: 'selected',
  announces: 'no-expunges',
  async run(session, call) {
    const { args } = call;
    args.space();
    const criteria = readCriteria(args, session.tables.sort);
    args.space();
    const charset = args.astring();
    args.space();
    const key = readKeys(session, args, charset);
    args.end();
    const selected = session.selected!;
    const uids = (await selected.sort(key, criteria)).map(({ uid }) => uid);
    const besides = besidesOf(session, key, uids).map((one) => `(${one})`);
    session.untagged(['SORT', ...selected.answered(uids, call.uid), ...besides].join(' '));
    return completed(call);
  },
};

/** UID SORT may tell of expunges. */
export const uidSort: Command = { ...sort, announces: 'everything' };
