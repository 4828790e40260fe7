/** Mistakes with logins that fail (RFC 9051 §11.5, RFC 5530 §3). */

import { no } from '../../reference-server/imap/refusal';
import { Banned, pathsFollowed, unknownAtOnce } from '../tools/guessing';
import { around, COMMON, defect, type ImapDefect, refusing } from './tools';

const banned = new Banned();

export const guessing: readonly ImapDefect[] = [
  defect(
    'unknown-user-told',
    'LOGIN with a name that nobody has is refused with other words than a wrong password.',
    'https://github.com/usmannasir/cyberpanel/issues/1399',
    refusing(['LOGIN'], ['AUTHENTICATIONFAILED'], (session, { args }) => {
      args.space();
      return session.context.auth.find(args.astring()) ? no('Wrong password') : no('Unknown user');
    }),
  ),
  defect(
    'unknown-user-at-once',
    'A password is derived only where there is such an account.',
    'https://github.com/authelia/authelia/issues/949',
    { parts: { auth: unknownAtOnce } },
  ),
  defect(
    'login-follows-path',
    'A name to log in with is a path, of which the first folder is the account.',
    'https://github.com/roundcube/roundcubemail/issues/10331',
    { parts: { auth: pathsFollowed } },
  ),
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
