import type { Message } from '../../store/types';
import type { Extension } from '../extension';
import type { OtherKey, WordReader } from '../search/keys';
import { loggedIn } from './states';

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);

/** RFC 5032 §2: exact to a second, as the clock is when the search begins. */
const interval =
  (word: 'OLDER' | 'YOUNGER', fits: (age: number, asked: number) => boolean): WordReader =>
  ({ args }): OtherKey => {
    args.space();
    const asked = args.number(1);
    return {
      kind: 'other',
      word,
      test({ session }) {
        const now = seconds(session.context.clock.now());
        const age = ({ internalDate }: Message) => now - seconds(internalDate);
        return { cost: 1, fits: (one) => fits(age(one.message()), asked) };
      },
    };
  };

export const within: Extension = {
  name: 'WITHIN',
  rfc: '5032',
  shows: loggedIn,
  search: {
    keys: {
      OLDER: interval('OLDER', (age, asked) => age >= asked),
      YOUNGER: interval('YOUNGER', (age, asked) => age <= asked),
    },
  },
};
