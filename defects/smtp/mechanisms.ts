/** Mistakes with CRAM-MD5 (RFC 2195) and with tokens (RFC 7628). */

import { authenticating, challenging, changing, exchanging, excusing, rejected } from '../tools/exchanges';
import { COMMON, defect, type SmtpDefect } from './tools';

/** What parts a name from a token. */
const BEARER = /\x01/;

export const mechanisms: readonly SmtpDefect[] = [
  defect('cram-challenge-repeated', 'CRAM-MD5 always sends the same challenge.', COMMON, {
    parts: { auth: () => ({ stamp: () => '<1896.697170952@dbc.mtview.ca.us>' }) },
  }),
  defect(
    'cram-challenge-bare',
    'The challenge of CRAM-MD5 has no angle brackets.',
    COMMON,
    challenging((text) => text.replace(/^<(.*)>$/, '$1')),
  ),
  defect(
    'cram-proof-unchecked',
    'CRAM-MD5 lets in whoever is named.',
    COMMON,
    excusing((first) => /^\S+ /.test(first)),
  ),
  defect(
    'token-expiry-ignored',
    'A token stays good for ever.',
    COMMON,
    authenticating((right) => ({
      token(token) {
        const address = right.tokens.addressOf(token, 0);
        return address === undefined ? undefined : right.find(address);
      },
    })),
  ),
  defect(
    'tokens-unchecked',
    'Any token lets in whoever is named.',
    COMMON,
    excusing((first, step) => BEARER.test(first) && rejected(step)),
  ),
  defect(
    'token-malformed-let-in',
    'Whoever is named beside a token is let in, in whatever form.',
    'https://github.com/apache/kafka/pull/5391',
    excusing((first, step) => BEARER.test(first) && step.reason === 'malformed'),
  ),
  defect(
    'token-fails-at-once',
    'A wrong token is refused without an error result.',
    COMMON,
    authenticating(
      exchanging((step, [first]) =>
        step.kind === 'challenge' && BEARER.test(`${first}`) ? { kind: 'failure', reason: 'credentials' } : step,
      ),
    ),
  ),
  defect(
    'token-error-without-status',
    'The error result has no status.',
    COMMON,
    challenging((text) => text.replace(/"status":"[^"]*",?/, '')),
  ),
  defect(
    'token-keys-refused',
    'A key beside the token that is not known is refused.',
    COMMON,
    authenticating(
      exchanging((step, [first]) =>
        /\x01(?!auth|host|port)[a-z]+=/.test(`${first}`) ? { kind: 'failure', reason: 'malformed' } : step,
      ),
    ),
  ),
  defect(
    'token-with-command-only',
    'A token must come with the command.',
    'https://github.com/apache/james-project/pull/2428',
    authenticating(
      changing((mechanism) => ({
        ...mechanism,
        start(channel) {
          const exchange = mechanism.start(channel);
          const waiting = mechanism.name.includes('OAUTH');
          return {
            step: (response) =>
              waiting && response === undefined ? { kind: 'failure', reason: 'malformed' } : exchange.step(response),
          };
        },
      })),
    ),
  ),
];
