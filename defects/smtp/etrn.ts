/** Mistakes with ETRN (RFC 1985). */

import { reply } from '../../reference-server/delivery/reply';
import { announcing, answering, COMMON, defect, on, rewriting, type SmtpDefect } from './tools';

export const etrn: readonly SmtpDefect[] = [
  defect(
    'etrn-announced-alone',
    'ETRN is announced, and not known.',
    COMMON,
    answering('ETRN', () => reply(502, '5.5.1', 'Not implemented')),
  ),
  defect(
    'etrn-with-parameters',
    'The keyword has a parameter in the EHLO reply.',
    COMMON,
    announcing((lines) => lines.map((line) => (line === 'ETRN' ? 'ETRN 1' : line))),
  ),
  defect(
    'etrn-within-transaction',
    'ETRN is carried out while a transaction is open.',
    COMMON,
    on('ETRN', ({ transaction }, _, next) => (transaction ? reply(250, '2.0.0', 'Started') : next())),
  ),
  defect(
    'etrn-once',
    'A session that has sent a message is out of order for ETRN.',
    COMMON,
    on('ETRN', (session, _, next) => (session.nextId().endsWith('-1') ? next() : reply(503, '5.5.1', 'Too late'))),
  ),
  defect(
    'etrn-for-everything',
    'ETRN without a domain is carried out for all that waits.',
    COMMON,
    rewriting('ETRN', /^$/, 'everything.test'),
  ),
  defect('etrn-rest-ignored', 'What stands behind the domain is ignored.', COMMON, rewriting('ETRN', / .*$/, '')),
  defect(
    'etrn-550',
    'A domain that the client may not ask for is refused as a mailbox would be.',
    COMMON,
    answering('ETRN', (answer) => (answer.code === 459 ? reply(550, '5.7.1', 'Not allowed') : answer)),
  ),
];
