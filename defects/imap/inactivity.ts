/** Mistakes with how long a client may be silent (RFC 3501 §5.4). */
import { impatient, timedAsWhole } from '../tools/impatience';
import { around, COMMON, defect, type ImapDefect } from './tools';

const MINUTE = 60_000;
/** Until a client idles, and again when it has. */
const USUAL = 30 * MINUTE;

export const inactivity: readonly ImapDefect[] = [
  defect('silence-ten-minutes', 'A client that says nothing for ten minutes is thrown out.', COMMON, impatient(10)),
  defect('session-thirty-minutes', 'Thirty minutes are for the whole session.', COMMON, timedAsWhole(30)),
  defect(
    'idle-ten-minutes',
    'A client that idles for ten minutes is thrown out.',
    COMMON,
    around(['IDLE'], async ({ connection, context }, _call, next) => {
      const usual = context.limits.idle ?? USUAL;
      connection.setIdle(Math.min(10 * MINUTE, usual));
      return await next().finally(() => connection.setIdle(usual));
    }),
  ),
];
