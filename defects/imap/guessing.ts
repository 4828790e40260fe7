/** Mistakes with logins that fail (RFC 9051 §11.5, RFC 5530 §3). */

import { no } from '../../reference-server/imap/refusal';
import { Banned, guesses } from '../tools/guessing';
import { around, COMMON, defect, type ImapDefect, refusing } from './tools';

const banned = new Banned();

export const guessing: readonly ImapDefect[] = [
  defect(
    'unknown-user-told-of-plain',
    'AUTHENTICATE PLAIN is refused in other words where nobody has the name.',
    COMMON,
    {
      read: (session) => (octets) => {
        said.set(session, Buffer.from(octets).toString('latin1').trim());
        return octets;
      },
      ...refusing(['AUTHENTICATE'], ['AUTHENTICATIONFAILED'], (session) => {
        const [, name = ''] = Buffer.from(said.get(session) ?? '', 'base64')
          .toString()
          .split('\0');
        return session.context.auth.find(name) ? no('Wrong password') : no('Unknown user');
      }),
    },
  ),
  defect(
    'unknown-user-told',
    'LOGIN with a name that nobody has is refused with other words than a wrong password.',
    'https://github.com/usmannasir/cyberpanel/issues/1399',
    refusing(['LOGIN'], ['AUTHENTICATIONFAILED'], (session, { args }) => {
      args.space();
      return session.context.auth.find(args.astring()) ? no('Wrong password') : no('Unknown user');
    }),
  ),
  ...guesses.map(({ name, mistake, reference, seams }) => defect(name, mistake, reference, seams)),
  defect(
    'address-locked-out',
    'After a wrong password nobody gets in who comes from the same address.',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1135',
    around(['LOGIN'], async (session, _call, next) => {
      if (banned.has(session)) throw no('Too many failures from your address');
      try {
        return await next();
      } catch (error) {
        banned.note(session);
        throw error;
      }
    }),
  ),
  defect(
    'guessing-never-ends',
    'A session may be wrong for ever.',
    COMMON,
    around(['LOGIN'], (session, _call, next) => {
      session.badLogins = 0;
      return next();
    }),
  ),
];

/** The last that each client sent. */
const said = new WeakMap<object, string>();
