import type { Extension } from '../extension';
import type { Item } from '../fetch/items';
import { dayFits, type Test } from '../search/compile';
import type { DayOrder, OtherKey, WordReader } from '../search/keys';
import { dayOf, formatDateTime, readDate } from '../syntax/dates';
import { loggedIn } from './states';

/** RFC 8514 §4.2. The store keeps it in UTC, for every message. */
const SAVEDATE: Item = {
  kind: 'other',
  word: 'SAVEDATE',
  writer:
    () =>
    ({ saveDate }) =>
      `SAVEDATE ${formatDateTime(saveDate, 0)}`,
};

/** RFC 8514 §4.3. */
const day =
  (word: string, order: DayOrder): WordReader =>
  ({ args }): OtherKey => {
    args.space();
    const asked = { order, day: readDate(args) };
    const test: Test = { cost: 1, fits: (one) => dayFits(dayOf(one.message().saveDate, 0), asked) };
    return { kind: 'other', word, test: () => test };
  };

export const saveDate: Extension = {
  name: 'SAVEDATE',
  rfc: '8514',
  shows: loggedIn,
  fetch: { SAVEDATE: () => SAVEDATE },
  search: {
    keys: {
      SAVEDBEFORE: day('SAVEDBEFORE', 'before'),
      SAVEDON: day('SAVEDON', 'on'),
      SAVEDSINCE: day('SAVEDSINCE', 'since'),
      SAVEDATESUPPORTED: () => ({ kind: 'all' }),
    },
  },
};
