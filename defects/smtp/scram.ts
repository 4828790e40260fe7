/** Mistakes with SCRAM (RFC 5802, RFC 7677). */

import { authenticating, challenging, changing, exchanging, excusing } from '../tools/exchanges';
import { COMMON, defect, type SmtpDefect } from './tools';

/** A first message, of whatever header. */
const FIRST = /^(?:[a-z]|p=[^,]*),[^,]*,(?:m=[^,]*,)?n=/;

export const scram: readonly SmtpDefect[] = [
  defect(
    'scram-proof-unchecked',
    'SCRAM lets in whoever is named, whatever the proof is.',
    COMMON,
    excusing((first, _, said) => FIRST.test(first) && said.length > 1),
  ),
  defect(
    'scram-nonce-unchecked',
    "The nonce of SCRAM's last message is not compared.",
    'CVE-2024-56128',
    excusing((first, step, [, last]) => FIRST.test(first) && step.reason === 'malformed' && /,r=rOpr/.test(`${last}`)),
  ),
  defect(
    'scram-binding-unchecked',
    "The attribute c of SCRAM's last message is not compared.",
    COMMON,
    excusing((first, step, said) => FIRST.test(first) && said.length > 1 && step.reason === 'malformed'),
  ),
  defect(
    'scram-downgrade-unseen',
    'A client that believes there is no -PLUS is let in where there is.',
    'https://github.com/igniterealtime/Openfire/pull/3282',
    authenticating(
      changing((mechanism) => ({
        ...mechanism,
        start: (channel) => mechanism.start(mechanism.tlsOnly ? channel : { secure: false, binding: () => undefined }),
      })),
    ),
  ),
  defect(
    'scram-first-unread',
    'SCRAM lets in whoever is named in a first message that it cannot read.',
    'https://github.com/igniterealtime/Openfire/pull/3467',
    excusing((first, step, said) => FIRST.test(first) && said.length === 1 && step.reason === 'malformed'),
  ),
  defect(
    'scram-own-nonce',
    "The nonce of SCRAM's challenge does not begin with the client's.",
    COMMON,
    challenging((text) => text.replace(/^r=[^,]{20}/, 'r=')),
  ),
  defect(
    'scram-nonce-of-client-alone',
    "The nonce of SCRAM's challenge is the client's, and nothing was added.",
    COMMON,
    challenging((text) => text.replace(/^(r=[^,]+)[^,]{24},/, '$1,')),
  ),
  defect(
    'scram-one-iteration',
    'SCRAM derives its keys by one iteration.',
    COMMON,
    challenging((text) => text.replace(/,i=\d+/, ',i=1')),
  ),
  defect(
    'scram-salt-in-hexadecimal',
    'The salt of SCRAM is in hexadecimal.',
    COMMON,
    challenging((text) =>
      text.replace(/,s=([^,]+)/, (_, salt) => `,s=${Buffer.from(salt, 'base64').toString('hex')}-`),
    ),
  ),
  defect(
    'scram-signature-wrong',
    "The server's signature of SCRAM is not of the exchange.",
    COMMON,
    challenging((text) => text.replace(/^v=..../, 'v=AAAA')),
  ),
  defect(
    'scram-extensions-refused',
    'SCRAM refuses extensions that it does not know.',
    'https://github.com/processone/xmpp/issues/77',
    authenticating(
      exchanging((step, [first]) => (/,r=[^,]+,/.test(`${first}`) ? { kind: 'failure', reason: 'malformed' } : step)),
    ),
  ),
  defect(
    'scram-empty-name-goes-on',
    'SCRAM goes on with a name of which nothing is left.',
    COMMON,
    authenticating(
      exchanging((step, said) =>
        step.kind === 'failure' && said.length === 1 && /^n,,n=\u00ad,/.test(`${said[0]}`)
          ? { kind: 'challenge', data: Buffer.from('r=x,s=AAAA,i=4096') }
          : step,
      ),
    ),
  ),
];
