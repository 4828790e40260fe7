/** Mistakes with what has no depth, no measure and no end (RFC 9051 §4.3, §9). */

import { waitingForLines, waitingForReaders } from '../tools/serving';
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
    'long-command-crash',
    'A command of more than 2,000 octets is more than its buffer holds, and ends the connection.',
    COMMON,
    {
      async around(session, call, next) {
        if (said(call).length > 2000) session.connection.destroy();
        return next();
      },
    },
  ),
  defect(
    'structure-crash',
    'To tell the structure of a message of more than 12,000 octets ends the connection.',
    'https://github.com/rjbs/Email-MIME/issues/66',
    {
      async around(session, call, next) {
        const { selected } = session;
        const large = selected?.present(selected.uids).some(({ size }) => size > 12_000);
        if (large && said(call).includes('BODYSTRUCTURE')) session.connection.destroy();
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
  defect(
    'who-does-not-read-holds-up',
    'Nobody is greeted while somebody has not read his answers.',
    COMMON,
    waitingForReaders(),
  ),
];
