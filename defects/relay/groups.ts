/** Mistakes with several recipients, several commands and several messages (RFC 2920 §3.1, RFC 5321 §3.3, §4.5.3.1.10). */

import type { Answer } from '../../reference-server/relay/answer';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const OK: Answer = { code: 250, lines: ['2.1.5 surely'] };

export const groups: readonly RelayDefect[] = [
  defect(
    'first-refusal-fails-all',
    'Where one recipient is refused nobody gets the message.',
    'https://github.com/marlam/msmtp/issues/20',
    saying((right) => {
      let refusal: Answer | undefined;
      return {
        mail(path, parameters) {
          refusal = undefined;
          return right.mail(path, parameters);
        },
        async rcpt(path, parameters) {
          const answer = await right.rcpt(path, parameters);
          if (answer.code >= 500) refusal ??= answer;
          return refusal ?? answer;
        },
        startData: async () => refusal ?? (await right.startData()),
      };
    }),
  ),
  defect(
    'last-reply-for-all',
    'What is answered to the last recipient is taken for what all were answered.',
    COMMON,
    saying((right) => {
      let last: Promise<Answer> | undefined;
      return {
        async rcpt(path, parameters) {
          last = right.rcpt(path, parameters);
          await last;
          return await (last as Promise<Answer>);
        },
      };
    }),
  ),
  defect(
    'replies-off-by-one',
    'Each reply is taken for that to the command before.',
    COMMON,
    saying((right) => {
      let before: Answer = OK;
      return {
        async rcpt(path, parameters) {
          const [answer, taken] = [await right.rcpt(path, parameters), before];
          before = answer;
          return taken;
        },
      };
    }),
  ),
  defect(
    'put-off-forgotten',
    'A recipient who is refused for now is forgotten where others are taken.',
    COMMON,
    saying((right) => ({
      async rcpt(path, parameters) {
        const answer = await right.rcpt(path, parameters);
        return answer.code >= 400 && answer.code < 500 ? OK : answer;
      },
    })),
  ),
  defect(
    'too-many-for-good',
    'Who is one too many for a transaction is refused.',
    'https://github.com/emersion/go-smtp/pull/213',
    saying((right) => ({
      async rcpt(path, parameters) {
        const answer = await right.rcpt(path, parameters);
        return answer.code === 452 || answer.code === 552
          ? { code: 550, lines: answer.lines.map((each) => each.slice(6)) }
          : answer;
      },
    })),
  ),
  defect(
    'quit-behind-354',
    'Where DATA is accepted though no recipient was, QUIT is sent as the content.',
    'https://github.com/chatmail/filtermail/pull/146',
    saying((right) => ({
      content: (content) =>
        content.length === 0 ? right.say('QUIT', right.options.timeouts.quit) : right.content(content),
    })),
  ),
  defect(
    'reset-left-out',
    'The next transaction begins where the last one was broken off, without RSET.',
    'https://github.com/swiftmailer/swiftmailer/issues/1265',
    saying(() => ({ reset: async () => {} })),
  ),
];
