/** Mistakes with DELIVERBY in the session (RFC 2852). */

import { reply } from '../../reference-server/delivery/reply';
import { COMMON, defect, delivering, on, refusing, rewriting, type SmtpDefect, SYNTAX_ERROR } from './tools';

const TOO_SOON = reply(555, '5.5.4', 'Too soon');

export const deliverby: readonly SmtpDefect[] = [
  defect(
    'deliverby-announced-alone',
    'DELIVERBY is announced, and BY makes no sense.',
    COMMON,
    refusing('MAIL', / BY\b/i, SYNTAX_ERROR),
  ),
  defect(
    'deliverby-least-for-all',
    'The least time is asked of messages too of which the sender only wants to hear.',
    'https://github.com/emersion/go-smtp/pull/283',
    refusing('MAIL', / BY=(?:[+-]?[0-4]|-\d+);N/i, reply(501, '5.5.4', 'Too soon')),
  ),
  defect(
    'deliverby-least-unheeded',
    'A least time is announced, and less is accepted.',
    COMMON,
    rewriting('MAIL', / BY=[1-4];R/, ' BY=5;R'),
  ),
  defect(
    'deliverby-least-excluded',
    'The least time that is announced is refused.',
    COMMON,
    refusing('MAIL', / BY=5;R/, TOO_SOON),
  ),
  defect('deliverby-unsigned', 'A sign makes no number.', COMMON, refusing('MAIL', / BY=[+-]/i, SYNTAX_ERROR)),
  defect(
    'deliverby-capitals',
    'Keyword and mode are known in capitals alone.',
    COMMON,
    refusing('MAIL', / by=|;[nr]T?(?: |$)/, SYNTAX_ERROR),
  ),
  defect('deliverby-traceless', 'T is not known.', COMMON, refusing('MAIL', / BY=[^ ]*;[NR]T(?: |$)/, SYNTAX_ERROR)),
  defect(
    'deliverby-over-accepted',
    'A message may have no time and still be to come back.',
    COMMON,
    rewriting('MAIL', / BY=(?:0|-\d+);R/, ' BY=5;R'),
  ),
  defect(
    'deliverby-nonsense-ignored',
    'What is no time is ignored.',
    COMMON,
    rewriting('MAIL', / BY(?!=[+-]?\d{1,9};[NR]T?(?: |$))(?:=\S*)?(?: BY\S+)?/i, ''),
  ),
  defect(
    'deliverby-first-of-two',
    'Of two times the first counts.',
    COMMON,
    rewriting('MAIL', /( BY=\S+) BY=\S+/, '$1'),
  ),
  defect(
    'deliverby-504',
    'A time that is over is refused as if there were no such parameter.',
    COMMON,
    on('MAIL', async (_, { argument }, next) => {
      const answer = await next();
      return / BY=/.test(argument) && answer?.code === 501 ? reply(504, '5.5.2', 'No such parameter') : answer;
    }),
  ),
  defect(
    'deliverby-451',
    'Less than the least time is refused for now.',
    COMMON,
    on('MAIL', async (_, __, next) => {
      const answer = await next();
      return answer?.code === 555 ? reply(451, '4.5.4', 'Not now') : answer;
    }),
  ),
  defect(
    'deliverby-ignored',
    'A time is accepted, and nothing comes of it.',
    COMMON,
    delivering((right) => ({
      accept: ({ envelope: { deliverBy, ...envelope }, ...mail }) => right.accept({ ...mail, envelope }),
    })),
  ),
  defect(
    'deliverby-contrary',
    'A message may be released when its time for delivery is over.',
    COMMON,
    rewriting('MAIL', /(?= .*HOLD)(.*) BY=60;[NR]/, '$1'),
  ),
];
