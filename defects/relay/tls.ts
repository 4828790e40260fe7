/** Mistakes with TLS on the way to the next host (RFC 3207 §4). */

import { NO_OFFERS } from '../../reference-server/relay/offers';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const NO_TLS = { code: 554, lines: ['5.7.10 no TLS'] };

export const tls: readonly RelayDefect[] = [
  defect(
    'tls-begun-late',
    'Behind the answer to STARTTLS comes another command, and then TLS.',
    COMMON,
    saying((right) => ({
      async say(line, timeout) {
        const answer = await right.say(line, timeout);
        if (line === 'STARTTLS' && answer.code === 220) right.connection.write('NOOP\r\n');
        return answer;
      },
    })),
  ),
  defect(
    'no-ehlo-within-tls',
    'Behind the start of TLS comes MAIL, without EHLO.',
    'https://github.com/KumoCorp/kumomta/pull/62',
    saying((right) => {
      let introduced = false;
      return {
        async hello() {
          if (!introduced) await right.hello();
          introduced = true;
        },
      };
    }),
  ),
  defect(
    'offers-kept-over-tls',
    'What was offered before TLS counts within it.',
    COMMON,
    saying(() => {
      let believed = NO_OFFERS;
      return {
        get offers() {
          return believed;
        },
        set offers(said) {
          believed = new Map([...believed, ...said]);
        },
      };
    }),
  ),
  defect(
    'tls-within-tls',
    'STARTTLS is sent wherever it is offered, within TLS too.',
    COMMON,
    saying((right) => ({
      async startTls() {
        const done = await right.startTls();
        if (right.offers.has('STARTTLS')) await right.say('STARTTLS', right.options.timeouts.other);
        return done;
      },
    })),
  ),
  defect(
    'tls-refused-for-good',
    'Where a host refuses STARTTLS that it offers, or ends there, the messages are given up.',
    'https://github.com/stalwartlabs/stalwart/issues/61',
    saying((right) => {
      let refused = false;
      return {
        async startTls() {
          const done = await right.startTls().catch(() => false);
          refused = !done;
          return done;
        },
        mail: async (path, parameters) => (refused ? NO_TLS : right.mail(path, parameters)),
        rcpt: async (path, parameters) => (refused ? NO_TLS : right.rcpt(path, parameters)),
        startData: async () => (refused ? NO_TLS : right.startData()),
      };
    }),
  ),
];
