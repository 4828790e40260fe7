/** DELIVERBY (RFC 2852): within how many seconds a message is to be delivered, and what is to follow where it is not. */

import type { Envelope } from '../../delivery/mail';
import { type Reply, reply } from '../../delivery/reply';
import type { Extension } from '../extension';
import { SYNTAX } from '../reply';

/** Seconds: less is no time for what is to come back when it is over. */
const LEAST = 5;

/** RFC 2852 §4. */
const TOO_SOON = reply(555, '5.5.4', `I need ${LEAST} seconds at least`);
const CONTRARY = reply(501, '5.5.4', 'The message would be released when its time is over');

export const deliverBy: Extension = {
  keyword: 'DELIVERBY',
  rfc: 'RFC 2852 §2',
  // LMTP has no queue (RFC 2033 §1): it delivers at once or not at all.
  offered: ({ protocol }) => protocol === 'smtp',
  announce: () => String(LEAST),
  longer: { MAIL: 17 },
  mailParameters: {
    BY(transaction, value = '', { context }) {
      const [, time, mode, trace] = /^([+-]?\d{1,9});([NR])(T?)$/i.exec(value) ?? [];
      if (time === undefined || mode === undefined) return SYNTAX.arguments;
      const seconds = Number(time);
      const returned = mode.toUpperCase() === 'R';
      if (returned && seconds <= 0) return SYNTAX.arguments;
      if (returned && seconds < LEAST) return TOO_SOON;
      const at = context.clock.now() + seconds * 1000;
      transaction.deliverBy = { at, late: returned ? 'return' : 'notify', trace: trace !== '' };
      return undefined;
    },
  },
};

/** RFC 4865 §5.2.2. */
export function contrary({ hold, deliverBy: by }: Pick<Envelope, 'hold' | 'deliverBy'>): Reply | undefined {
  return hold && by && hold.until > by.at ? CONTRARY : undefined;
}
