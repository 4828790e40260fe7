/** RSET, NOOP, QUIT (RFC 5321 §4.1.1.5, §4.1.1.9, §4.1.1.10). */

import { reply } from '../../delivery/reply';
import type { Command } from '../extension';
import { SYNTAX } from '../reply';

export const rset: Command = (session, argument) => {
  if (argument !== '') return SYNTAX.noArguments;
  session.reset();
  return reply(250, '2.0.0', 'Forgotten');
};

/** Whatever follows is ignored. */
export const noop: Command = () => reply(250, '2.0.0', 'Done');

export const quit: Command = (session, argument) => {
  if (argument !== '') return SYNTAX.noArguments;
  session.end();
  return reply(221, '2.0.0', `${session.context.hostname} closes the connection`);
};
