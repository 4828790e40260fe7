/** Mistakes with what the other host answers (RFC 5321 §4.2.1). */

import type { Answer } from '../../reference-server/relay/answer';
import type { Outcome } from '../../reference-server/relay/outcome';
import { COMMON, defect, type RelayDefect, saying } from './tools';

/** Takes one kind of refusal for the other. */
const mistaking = (from: Outcome['kind'], to: Outcome['kind']) =>
  saying((right) => ({
    outcomeOf(answer) {
      const outcome = right.outcomeOf(answer);
      return outcome.kind === from ? { ...outcome, kind: to } : outcome;
    },
  }));

const TAKEN: Answer = { code: 250, lines: ['2.0.0 surely'] };

export const replies: readonly RelayDefect[] = [
  defect('451-for-good', 'What is answered 4yz is given up.', COMMON, mistaking('later', 'refused')),
  defect('550-tried-again', 'What is answered 5yz is tried again.', COMMON, mistaking('refused', 'later')),
  defect(
    'end-not-read',
    'What is answered to the end of the data is not read: the message is taken for delivered.',
    COMMON,
    saying((right) => ({
      async data(content) {
        const answer = await right.say('DATA', right.options.timeouts.data);
        if (answer.code !== 354) return answer;
        right.connection.write(right.transparent(content));
        await right.connection.flush();
        return TAKEN;
      },
    })),
  ),
  defect(
    'data-not-read',
    'What is answered to DATA is not read: the content follows in any case, and the message is taken for delivered.',
    COMMON,
    saying((right) => ({
      async data(content) {
        await right.say('DATA', right.options.timeouts.data);
        right.connection.write(right.transparent(content));
        await right.connection.flush();
        return TAKEN;
      },
    })),
  ),
  defect(
    'helo-not-tried',
    'A host that does not know EHLO gets no mail.',
    COMMON,
    saying((right) => ({
      async hello() {
        const { hostname, timeouts } = right.options;
        right.demand(await right.say(`EHLO ${hostname}`, timeouts.other));
      },
    })),
  ),
  defect(
    'parameters-not-offered',
    'MAIL has SIZE and BODY, whether they were offered or not.',
    COMMON,
    saying((right) => ({ mail: (path) => right.mail(path, ['SIZE=1000', 'BODY=8BITMIME']) })),
  ),
];
