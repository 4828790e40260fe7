/** Mistakes with what has no depth, no measure and no end (RFC 9051 §4.3, §9). */

import { oneAtATime } from '../tools/serving';
import { COMMON, defect, type ImapDefect, said } from './tools';

export const floods: readonly ImapDefect[] = [
  defect(
    'nesting-crash',
    'What is nested some thousand deep ends the connection.',
    'https://github.com/dovecot/core/pull/283',
    {
      async around(session, call, next) {
        if (/(?:\(|NOT |OR SEEN |\.1){4000}/.test(said(call))) session.connection.destroy();
        return next();
      },
    },
  ),
  defect(
    'huge-number-crash',
    'A number that no register holds ends the connection.',
    'https://github.com/greenmail-mail-test/greenmail/pull/1038',
    {
      async around(session, call, next) {
        if (/\d{30}/.test(said(call))) session.connection.destroy();
        return next();
      },
    },
  ),
  defect('one-client-at-a-time', 'A connection waits until the one before it has ended.', COMMON, {
    session: oneAtATime(),
  }),
];
