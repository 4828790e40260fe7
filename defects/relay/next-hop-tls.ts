/** Mistakes with whom TLS is spoken to, and what is believed of what came before it (RFC 3207 §4.1, §4.2, §6). */

import { setTimeout } from 'node:timers/promises';
import { verified } from '../../reference-server/relay/protection';
import { COMMON, defect, protecting, type RelayDefect, saying } from './tools';

/** Milliseconds that a client takes to begin TLS: at most until something has come, and at least behind it. The suite takes longer for idleness, and moves the time on. */
const SLOW = { most: 1_000, least: 15 };
/** Goes out in clear. */
const CLEAR = { use: 'none', key: 'none' } as const;

export const nextHopTls: readonly RelayDefect[] = [
  defect(
    'answers-kept-over-tls',
    'What came in clear behind the answer to STARTTLS is read as answers under TLS.',
    'https://github.com/nodemailer/nodemailer/pull/1835',
    saying(({ connection }) => {
      const secureBy = connection.secureBy.bind(connection);
      connection.secureBy = async (wrap) => {
        for (const until = Date.now() + SLOW.most; connection.buffered === 0 && Date.now() < until; )
          await setTimeout(2);
        await setTimeout(SLOW.least);
        const clear = connection.buffered > 0 ? Buffer.from(await connection.readSome(connection.buffered)) : undefined;
        await secureBy(wrap);
        if (clear) connection.unread(clear);
      };
      return {};
    }),
  ),
  defect(
    'offered-tls-not-used',
    'STARTTLS is not used where it is offered.',
    'https://github.com/ThomasMertes/seed7/issues/108',
    protecting(({ of }) => ({
      async of(...place) {
        const right = await of(...place);
        return 'kind' in right ? right : CLEAR;
      },
    })),
  ),
  defect(
    'lost-where-tls-fails',
    'Where TLS cannot be had, or the certificate is not right, the message is dropped without a word.',
    COMMON,
    saying((right) => {
      let lost = false;
      const instead = (code: number) => ({ code, lines: ['2.0.0 dropped'] });
      return {
        async startTls(judge) {
          const { judge: trust } = verified(right.options.remote);
          let wrong: string | undefined;
          const done = await right
            .startTls((peer) => {
              wrong = trust?.(peer);
              return judge?.(peer);
            })
            .catch(() => false);
          lost = !done || wrong !== undefined;
          return true;
        },
        mail: async (...said) => (lost ? instead(250) : right.mail(...said)),
        rcpt: async (...said) => (lost ? instead(250) : right.rcpt(...said)),
        startData: async () => (lost ? instead(354) : right.startData()),
        content: async (content) => (lost ? instead(250) : right.content(content)),
      };
    }),
  ),
  defect(
    'old-tls-taken',
    'Where a host knows nothing newer, TLS 1.1 is agreed on.',
    'https://github.com/jstedfast/MailKit/issues/1167',
    saying((right) => ({
      handshake: () => ({ ...right.handshake(), minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    })),
  ),
  defect(
    'required-tls-stripped',
    'Where TLS is demanded and not to be had, the message goes in clear.',
    'https://github.com/dahlia/upyo/issues/36',
    protecting(({ of }) => ({
      async of(...place) {
        const right = await of(...place);
        return 'kind' in right || right.use !== 'required' ? right : { ...right, use: 'optional' };
      },
    })),
  ),
  defect(
    'certificate-unread',
    'Where the right certificate is demanded, any is taken.',
    'https://github.com/hmailserver/hmailserver/issues/139',
    saying((right) => ({ startTls: () => right.startTls() })),
  ),
  defect(
    'certificate-for-anybody',
    'A certificate is good that an authority has issued, for whatever name.',
    'https://github.com/corecode/dma/issues/129',
    saying((right) => ({
      startTls: (judge) => right.startTls(judge && (({ authorized }) => (authorized ? undefined : 'not trusted'))),
    })),
  ),
  defect(
    'certificate-out-of-date',
    'A certificate is good though its time is over.',
    'https://github.com/hmailserver/hmailserver/issues/432',
    saying((right) => ({
      startTls: (judge) =>
        right.startTls((peer) => (`${peer.authorizationError}` === 'CERT_HAS_EXPIRED' ? undefined : judge?.(peer))),
    })),
  ),
];
