/** Mistakes with who is let in, by whatever mechanism, and as whom (RFC 4616 §2, RFC 4954 §4). */

import { reply } from '../../reference-server/delivery/reply';
import { composed } from '../../reference-server/seams';
import { authenticating, claimedUser, entering, exchanging, excusing, rejected, rereading } from '../tools/exchanges';
import { COMMON, defect, on, type SmtpDefect } from './tools';

/** Somebody whom every server has. */
const GUEST = 'postmaster';

export const credentials: readonly SmtpDefect[] = [
  defect('auth-any-password', 'Passwords, proofs and tokens are not looked at: whoever is named is let in.', COMMON, {
    parts: {
      auth: exchanging((step, said, right) => (rejected(step) ? entering(right, claimedUser(said), step) : step)),
    },
  }),
  defect(
    'auth-strangers-let-in',
    'Whose name is not known is let in as somebody.',
    'https://github.com/postalserver/postal/issues/1930',
    {
      parts: {
        auth: exchanging((step, said, right) =>
          rejected(step) && !right.find(claimedUser(said) ?? '') ? entering(right, GUEST, step) : step,
        ),
      },
    },
  ),
  defect('auth-password-begun', 'A password is right as soon as it begins with the right one.', COMMON, {
    parts: {
      auth: (right) => ({
        password(user, password) {
          for (let length = password.length; length >= 8; length--) {
            const account = right.password(user, password.slice(0, length));
            if (account) return account;
          }
          return undefined;
        },
      }),
    },
  }),
  defect('auth-password-in-any-case', 'Capitals and small letters are alike in passwords.', COMMON, {
    parts: {
      auth: (right) => ({
        password: (user, password) => right.password(user, password) ?? right.password(user, password.toLowerCase()),
      }),
    },
  }),
  defect(
    'auth-users-told',
    'A name that nobody has is answered 535 otherwise than a wrong password, and by SCRAM without a challenge.',
    COMMON,
    composed([
      {
        parts: {
          auth: exchanging((step, said, right) =>
            step.kind === 'challenge' && /^n,,n=/.test(`${said[0]}`) && !right.find(claimedUser(said) ?? '')
              ? { kind: 'failure', reason: 'credentials' }
              : step,
          ),
        },
      },
      on('AUTH', async ({ context }, { argument }, next) => {
        const answer = await next();
        const [, user] = Buffer.from(argument.split(' ')[1] ?? '', 'base64')
          .toString()
          .split('\0');
        const told = answer?.code === 535 && user !== undefined && !context.auth.find(user);
        return told ? reply(535, '5.1.1', 'No such user') : answer;
      }),
    ]),
  ),
  defect(
    'names-not-prepared',
    'Names and passwords are compared octet by octet, without SASLprep.',
    'https://github.com/maranda/metronome/issues/427',
    {
      parts: {
        auth: (right) => ({
          find: (user) => (user.includes('\u00ad') ? undefined : right.find(user)),
          password: (user, password) =>
            `${user}${password}`.includes('\u00ad') ? undefined : right.password(user, password),
        }),
      },
    },
  ),
  defect(
    'controls-dropped',
    'Control characters in names and passwords are left out.',
    'https://github.com/pgagroal/pgagroal/issues/760',
    {
      parts: {
        auth: (right) => ({
          find: (user) => right.find(user.replace(/[\x01-\x1f]/g, '')),
          password: (user, password) =>
            right.password(user.replace(/[\x01-\x1f]/g, ''), password.replace(/[\x01-\x1f]/g, '')),
        }),
      },
    },
  ),
  defect(
    'nul-ends-text',
    'What stands behind a NUL is not read, as in a language whose strings end there.',
    COMMON,
    authenticating(
      rereading((response, name) => {
        const texts = response.toString('latin1').split('\0');
        return Buffer.from(texts.slice(0, name === 'PLAIN' ? 3 : 1).join('\0'), 'latin1');
      }),
    ),
  ),
  defect(
    'malformed-let-in',
    'What a mechanism does not understand lets in whoever is named there.',
    COMMON,
    excusing((_, step) => step.reason === 'malformed'),
  ),
  defect(
    'plain-name-from-authzid',
    'Where PLAIN names nobody behind the first NUL, who stands before it is taken.',
    'https://github.com/nodemailer/smtp-server/issues/261',
    authenticating(
      rereading((response, name) => {
        const [authzid, user, ...rest] = response.toString('latin1').split('\0');
        return name === 'PLAIN' && user === '' ? Buffer.from(['', authzid, ...rest].join('\0'), 'latin1') : response;
      }),
    ),
  ),
  defect(
    'plain-authzid-refused',
    "A name to act as is refused, even the user's own.",
    'https://github.com/hmailserver/hmailserver/pull/482',
    authenticating(
      exchanging((step, [first]) =>
        /^[^\0]+\0[^\0]+\0|^n,a=[^,]+,n=/.test(first?.toString('utf8') ?? '')
          ? { kind: 'failure', reason: 'credentials' }
          : step,
      ),
    ),
  ),
  defect(
    'authzid-unchecked',
    'Who knows one password may act for everybody.',
    'https://github.com/igniterealtime/Openfire/pull/3467',
    excusing((first, step) => step.authorization === true || /^n,a=[^,]+,n=/.test(first)),
  ),
  defect(
    'plain-parts-guessed',
    'PLAIN is cut at its NULs, and the last two parts that are not empty are name and password.',
    COMMON,
    authenticating(
      rereading((response, name) => {
        const texts = response
          .toString('latin1')
          .split(/[\0 ]/)
          .filter((text) => text !== '');
        return name === 'PLAIN' ? Buffer.from(['', ...texts.slice(-2)].join('\0'), 'latin1') : response;
      }),
    ),
  ),
];
