/** Mistakes with how a transaction ends: mail that is lost, or sent twice (RFC 5321 §4.1.1.10, §4.5.4.1). */

import type { Answer } from '../../reference-server/relay/answer';
import { Unusable } from '../../reference-server/relay/dialogue';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const DOUBTED: Answer = { code: 451, lines: ['4.0.0 who knows'] };
const GONE: Answer = { code: 554, lines: ['5.4.2 the connection was lost'] };
const TAKEN: Answer = { code: 250, lines: ['2.0.0 surely'] };

/** @param kind of what was thrown, where only that is meant */
const instead = (answer: Answer, kind?: typeof Unusable) => (error: unknown) => {
  if (kind !== undefined && !(error instanceof kind)) throw error;
  return answer;
};

export const ending: readonly RelayDefect[] = [
  defect(
    'quit-decides',
    'A message is taken for delivered when QUIT was answered well.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/801',
    saying((right) => ({
      async content(content) {
        const answer = await right.content(content);
        if (answer.code !== 250) return answer;
        const end = await right.say('QUIT', right.options.timeouts.quit).catch(() => DOUBTED);
        right.connection.destroy();
        return end.code === 221 ? answer : DOUBTED;
      },
    })),
  ),
  defect(
    '421-for-good',
    'A host that says 421 in a transaction has refused the message.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) => right.mail(path, parameters).catch(instead(GONE, Unusable)),
      rcpt: (path, parameters) => right.rcpt(path, parameters).catch(instead(GONE, Unusable)),
      startData: () => right.startData().catch(instead(GONE, Unusable)),
      content: (content) => right.content(content).catch(instead(GONE, Unusable)),
    })),
  ),
  defect(
    'lost-before-end-for-good',
    'A connection that is lost while the content goes over it is taken for a refusal.',
    COMMON,
    saying((right) => ({ content: (content) => right.content(content).catch(instead(GONE)) })),
  ),
  defect(
    'lost-before-end-delivered',
    'A connection that is lost while the content goes over it has taken the message with it.',
    COMMON,
    saying((right) => ({ content: (content) => right.content(content).catch(instead(TAKEN)) })),
  ),
];
