/** Mistakes with what the other host answers (RFC 5321 §4.2.1). */

import type { Answer } from '../../reference-server/relay/answer';
import type { Dialogue } from '../../reference-server/relay/dialogue';
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

const GONE: Answer = { code: 554, lines: ['5.4.2 the connection was lost'] };
const TAKEN: Answer = { code: 250, lines: ['2.0.0 surely'] };

/** Sends the content and does not wait for what is answered. */
const unread = (right: Dialogue): Pick<Dialogue, 'content'> => ({
  async content(content) {
    right.connection.write(right.transparent(content));
    await right.connection.flush();
    return TAKEN;
  },
});

export const replies: readonly RelayDefect[] = [
  defect(
    '451-for-good',
    'What is answered 4yz is given up.',
    'https://github.com/civicrm/civicrm-core/pull/11838',
    mistaking('later', 'refused'),
  ),
  defect(
    '550-tried-again',
    'What is answered 5yz is tried again.',
    'https://github.com/bruceg/nullmailer/issues/1',
    mistaking('refused', 'later'),
  ),
  defect(
    '550-for-delivered',
    'What is answered 5yz is taken for delivered: nobody hears of it.',
    COMMON,
    mistaking('refused', 'delivered'),
  ),
  defect(
    'lost-connection-for-good',
    'A connection that is lost before the content went over it is taken for a refusal.',
    COMMON,
    saying((right) => {
      let lost = false;
      return {
        async begin() {
          try {
            await right.begin();
          } catch {
            lost = true;
          }
        },
        mail: async (path, parameters) => (lost ? GONE : right.mail(path, parameters)),
        rcpt: (path, parameters) => right.rcpt(path, parameters).catch(() => GONE),
      };
    }),
  ),
  defect(
    'end-not-read',
    'What is answered to the end of the data is not read: the message is taken for delivered.',
    'https://github.com/mailpile/Mailpile/issues/735',
    saying(unread),
  ),
  defect(
    'data-not-read',
    'What is answered to DATA is not read: the content follows in any case, and the message is taken for delivered.',
    'https://github.com/mailpile/Mailpile/issues/735',
    saying((right) => ({
      ...unread(right),
      startData: async () => ({ ...(await right.startData()), code: 354 }),
    })),
  ),
  defect(
    'parameters-not-offered',
    'MAIL has SIZE and BODY, whether they were offered or not.',
    'https://github.com/Cocoanetics/SwiftMail/pull/120',
    saying((right) => ({ mail: (path) => right.mail(path, ['SIZE=1000', 'BODY=8BITMIME']) })),
  ),
];
