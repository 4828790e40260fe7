/** QUIT (RFC 1939 §4, §5 and §6). */

import { BAD_ARGUMENTS, err, ok } from '../answer';
import type { Handler } from '../capability';

export const quit: Handler = async (session, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  session.end();
  try {
    await session.maildrop?.update();
  } catch (error) {
    session.context.log(`pop3: removing failed: ${error}`);
    return err('The marked messages were not removed', 'SYS/TEMP');
  }
  // Released before the answer: who reads it may log in again at once.
  session.maildrop?.release();
  session.maildrop = undefined;
  return ok('Goodbye');
};
