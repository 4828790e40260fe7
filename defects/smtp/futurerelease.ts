/** Mistakes with FUTURERELEASE in the session (RFC 4865). */

import { type Hold, isLocal, isRemote, type Mail } from '../../reference-server/delivery/mail';
import { reply } from '../../reference-server/delivery/reply';
import type { Session } from '../../reference-server/smtp/session';
import { isSubmission } from '../../reference-server/smtp/submission/port';
import { announcing, COMMON, defect, delivering, on, rewriting, type SmtpDefect } from './tools';

const KEYWORD = /^FUTURERELEASE .*$/;

/** The time that a session gave last. */
const LAST = new WeakMap<Session, Hold>();

/** Only these recipients, without a time. */
const atOnce = (mail: Mail, whom: typeof isLocal | typeof isRemote): Mail => {
  const { hold, recipients, ...envelope } = mail.envelope;
  return { ...mail, envelope: { ...envelope, recipients: recipients.filter(whom) } };
};

export const futurerelease: readonly SmtpDefect[] = [
  defect(
    'futurerelease-bare',
    'FUTURERELEASE is announced without the longest time and the latest date.',
    'https://github.com/apache/james-project/pull/1501',
    announcing((lines) => lines.map((line) => line.replace(KEYWORD, 'FUTURERELEASE'))),
  ),
  defect(
    'futurerelease-date-alone',
    'FUTURERELEASE is announced with the latest date alone.',
    COMMON,
    announcing((lines) => lines.map((line) => line.replace(/^FUTURERELEASE \d+/, 'FUTURERELEASE'))),
  ),
  defect('futurerelease-everywhere', 'FUTURERELEASE is announced on every port.', COMMON, {
    out: (answer, session, command) =>
      /^[EL]HLO$/.test(command?.verb ?? '') && answer.code === 250 && !isSubmission(session.service.name)
        ? { ...answer, lines: [...answer.lines, 'FUTURERELEASE 86400 2030-01-01T00:00:00Z'] }
        : answer,
  }),
  defect(
    'futurerelease-dates-only',
    'HOLDUNTIL is known, HOLDFOR is not.',
    COMMON,
    on('MAIL', (_, { argument }, next) => (/ HOLDFOR/.test(argument) ? reply(555, '5.5.4', 'Not known') : next())),
  ),
  defect(
    'futurerelease-seconds-only',
    'HOLDFOR is known, HOLDUNTIL is not.',
    COMMON,
    on('MAIL', (_, { argument }, next) => (/ HOLDUNTIL/.test(argument) ? reply(555, '5.5.4', 'Not known') : next())),
  ),
  defect(
    'futurerelease-longest-excluded',
    'The longest time that is announced is too long.',
    COMMON,
    on('MAIL', (_, { argument }, next) =>
      / HOLDFOR=2592000\b/.test(argument) ? reply(501, '5.5.4', 'Too long') : next(),
    ),
  ),
  defect(
    'futurerelease-shortened',
    'A time that is too long is shortened without a word.',
    COMMON,
    rewriting('MAIL', / HOLDFOR=\d{7,}| HOLDUNTIL=9\S*/, ' HOLDFOR=2592000'),
  ),
  defect(
    'futurerelease-nonsense-ignored',
    'What is no time is ignored.',
    COMMON,
    rewriting('MAIL', / HOLD(?:FOR(?!=[1-9]\d{0,8}(?: |$))|UNTIL(?!=[\d-]+T[\d:]+Z))\S*/, ''),
  ),
  defect(
    'futurerelease-month-overflows',
    'A 13th month is the first of the next year.',
    COMMON,
    rewriting('MAIL', /HOLDUNTIL=2020-13/, 'HOLDUNTIL=2021-01'),
  ),
  defect(
    'futurerelease-first-of-two',
    'Of two times the first counts.',
    COMMON,
    rewriting('MAIL', /( HOLD\S+) HOLD\S+/, '$1'),
  ),
  defect(
    'futurerelease-554',
    'A time that is refused is refused as if it were a matter of policy.',
    COMMON,
    on('MAIL', async (_, { argument }, next) => {
      const answer = await next();
      return / HOLD/.test(argument) && answer?.code === 501 ? reply(554, '5.7.1', 'Not allowed') : answer;
    }),
  ),
  defect(
    'futurerelease-ignored',
    'FUTURERELEASE is announced, a time is accepted, and the message goes at once.',
    'https://github.com/Coffey-Labs/ihasmail/pull/34',
    delivering((right) => ({
      accept: ({ envelope: { hold, ...envelope }, ...mail }) => right.accept({ ...mail, envelope }),
    })),
  ),
  defect(
    'futurerelease-elsewhere-only',
    'What is for mailboxes here is delivered at once, since only the queue knows of times.',
    COMMON,
    delivering((right) => ({
      async accept(mail) {
        if (!mail.envelope.hold || !mail.envelope.recipients.some(isLocal)) return right.accept(mail);
        const verdicts = await right.accept(atOnce(mail, isLocal));
        const recipients = mail.envelope.recipients.filter(isRemote);
        return recipients.length === 0
          ? verdicts
          : right.accept({ ...mail, envelope: { ...mail.envelope, recipients } });
      },
    })),
  ),
  defect(
    'futurerelease-sticks',
    'The next message of the session waits too.',
    COMMON,
    on('MAIL', async (session, _, next) => {
      const answer = await next();
      const { transaction } = session;
      if (!transaction) return answer;
      const before = LAST.get(session);
      if (transaction.hold) LAST.set(session, transaction.hold);
      else if (before) transaction.hold = { ...before, until: before.until + 60_000 };
      return answer;
    }),
  ),
];
