/** Mistakes with what has no depth, no measure and no end (RFC 9051 §4.3, §9). */

import { waitingForLines } from '../tools/serving';
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
  defect(
    'half-a-line-holds-up',
    'Nobody is greeted while half a line of somebody else has come.',
    COMMON,
    waitingForLines(),
  ),
];
