/** Mistakes with who hears of what could not be delivered (RFC 5321 §6.1, RFC 3461 §5.2.6). */

import type { Answer } from '../../reference-server/relay/answer';
import { namedIn, reporting } from './reports';
import { COMMON, defect, type RelayDefect, saying } from './tools';

export const bounces: readonly RelayDefect[] = [
  defect(
    'bounce-of-rcpt-only',
    'A refusal of MAIL, of DATA or of the content is told to nobody.',
    COMMON,
    saying((right) => {
      const toRcpt = new WeakSet<Answer>();
      return {
        async rcpt(...recipient) {
          const answer = await right.rcpt(...recipient);
          toRcpt.add(answer);
          return answer;
        },
        outcomeOf(answer) {
          const outcome = right.outcomeOf(answer);
          return outcome.kind === 'refused' && !toRcpt.has(answer) ? { ...outcome, kind: 'delivered' } : outcome;
        },
      };
    }),
  ),
  defect(
    'one-refusal-for-all',
    'A recipient that is refused is taken for the refusal of those behind it too.',
    'https://github.com/hyvor/relay/issues/233',
    saying((right) => {
      let refusal: Answer | undefined;
      return {
        mail(path, parameters) {
          refusal = undefined;
          return right.mail(path, parameters);
        },
        async rcpt(...recipient) {
          const answer = await right.rcpt(...recipient);
          if (answer.code >= 500) refusal ??= answer;
          return refusal ?? answer;
        },
      };
    }),
  ),
  defect(
    'refused-among-others-forgotten',
    'Behind a recipient that was taken, nobody hears of those that are refused.',
    'https://github.com/haraka/Haraka/issues/395',
    saying((right) => {
      let taken = false;
      return {
        mail(path, parameters) {
          taken = false;
          return right.mail(path, parameters);
        },
        async rcpt(...recipient) {
          const answer = await right.rcpt(...recipient);
          taken ||= answer.code < 300;
          return taken ? TAKEN : answer;
        },
      };
    }),
  ),
  defect(
    'first-failure-alone',
    'Of several recipients that failed only the first is named.',
    COMMON,
    reporting((right) => ({
      compose: (subject, news, to, more) => right.compose(subject, news.slice(0, 1), to, more),
    })),
  ),
  defect(
    'bounce-to-from',
    'A bounce goes to who stands in From, and not to the reverse-path.',
    COMMON,
    reporting((right) => ({
      addressee: (subject) =>
        right.addressee(subject) && (namedIn(subject.content, 'From') ?? right.addressee(subject)),
    })),
  ),
  defect(
    'bounce-to-errors-to',
    'A bounce goes to who stands in Errors-To.',
    COMMON,
    reporting((right) => ({
      addressee: (subject) => namedIn(subject.content, 'Errors-To') ?? right.addressee(subject),
    })),
  ),
  defect(
    'bounce-for-null-path',
    'Where the reverse-path is null, the bounce goes to who stands in From.',
    'https://github.com/bruceg/nullmailer/issues/69',
    reporting((right) => ({
      addressee: (subject) => right.addressee(subject) ?? namedIn(subject.content, 'From'),
    })),
  ),
  defect(
    'bounce-of-bounce',
    'A bounce that is refused is told of in a bounce to the same address.',
    'https://github.com/bruceg/nullmailer/issues/69',
    reporting((right) => ({
      isDue: (news) => news.action === 'failed' || right.isDue(news),
      addressee: (subject) => right.addressee(subject) ?? namedIn(subject.content, 'To'),
    })),
  ),
  defect(
    'bounce-from-somebody',
    'A bounce has a reverse-path, its own From.',
    'https://github.com/foxcpp/maddy/pull/227',
    reporting((right) => ({
      envelope(to, report, subject) {
        const reversePath = namedIn(report, 'From')!;
        return { ...right.envelope(to, report, subject), reversePath };
      },
    })),
  ),
  defect(
    'null-path-replaced',
    'A null reverse-path is replaced by an address of the server on the way.',
    'https://github.com/sympa-community/sympa/pull/1019',
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(path === '' ? `mailer-daemon@${right.options.hostname}` : path, parameters),
    })),
  ),
  defect(
    'bounce-as-prose',
    'A bounce is text for people, and no report.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/432',
    reporting((right) => ({
      build(report) {
        const [header = ''] = right.build(report).toString('latin1').split('\r\nMIME-Version', 1);
        return Buffer.from(`${header}\r\n\r\n${report.words.join('\r\n')}\r\n`, 'latin1');
      },
    })),
  ),
];

const TAKEN: Answer = { code: 250, lines: ['2.0.0 surely'] };
