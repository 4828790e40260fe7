/** Mistakes with logins that fail (RFC 1939 §7, §13). */

import { err } from '../../reference-server/pop3/answer';
import { Banned, guesses } from '../tools/guessing';
import { COMMON, defect, on, type Pop3Defect } from './tools';

const banned = new Banned();

export const guessing: readonly Pop3Defect[] = [
  ...guesses.map(({ name, mistake, reference, seams }) => defect(name, mistake, reference, seams)),
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
