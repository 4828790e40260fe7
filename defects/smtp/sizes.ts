/** Mistakes with the size of messages (RFC 1870). */

import { composed } from '../../reference-server/seams';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import { announcing, on } from './tools';

/** So many times the limit is what counts, while the client is told of the limit itself. */
const TIMES = 1000;

/** Larger messages are taken than were announced; what MAIL declares is judged by what was announced. */
export const WITHOUT_LIMIT: SmtpSeams = composed([
  { parts: { limits: (right) => ({ messageSize: right.messageSize * TIMES }) } },
  announcing((lines) => lines.map((line) => line.replace(/^SIZE (\d+)$/, (_, size) => `SIZE ${Number(size) / TIMES}`))),
  // Numbers beyond that are beyond any limit.
  on('MAIL', async (session, command, next) => {
    command.argument = command.argument.replace(
      / SIZE=(\d{1,12})(?!\d)/i,
      (_, size) => ` SIZE=${Number(size) * TIMES}`,
    );
    const answer = await next();
    if (session.transaction) session.transaction.declaredSize /= TIMES;
    return answer;
  }),
]);
