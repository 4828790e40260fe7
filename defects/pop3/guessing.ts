/** Mistakes with logins that fail (RFC 1939 §7, §13). */

import { err } from '../../reference-server/pop3/answer';
import { Banned, pathsFollowed, unknownAtOnce } from '../tools/guessing';
import { COMMON, defect, on, type Pop3Defect } from './tools';

const banned = new Banned();

export const guessing: readonly Pop3Defect[] = [
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
  defect('long-password-crash', 'A password of more than 1,000 octets ends the connection.', 'CVE-1999-0006', {
    read: (session) => (octets) => {
      if (/^PASS .{1000}/i.test(octets.toString('latin1'))) session.connection.destroy();
      return octets;
    },
  }),
  defect(
    'address-locked-out',
    'After a wrong password nobody gets in who comes from the same address.',
    COMMON,
    on('PASS', async (session, _command, next) => {
      if (banned.has(session)) return err('Too many failures from your address', 'AUTH');
      const answer = await next();
      if (session.maildrop === undefined) banned.note(session);
      return answer;
    }),
  ),
];
