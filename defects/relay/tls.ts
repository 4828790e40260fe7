/** Mistakes with TLS on the way to the next host (RFC 3207 §4). */

import { NO_OFFERS } from '../../reference-server/relay/offers';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const NO_TLS = { code: 554, lines: ['5.7.10 no TLS'] };

export const tls: readonly RelayDefect[] = [
  defect(
    'no-ehlo-within-tls',
    'Behind the start of TLS comes MAIL, without EHLO.',
    COMMON,
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
    COMMON,
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
