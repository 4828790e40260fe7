/** Mistakes with logins that fail (RFC 4954 §4, §9). */

import { reply } from '../../reference-server/delivery/reply';
import { exchanging } from '../tools/exchanges';
import { Banned, guesses } from '../tools/guessing';
import { COMMON, defect, on, type SmtpDefect } from './tools';

const banned = new Banned();
const [unknownAtOnce] = guesses;

export const guessing: readonly SmtpDefect[] = [
  defect('auth-login-users-told', 'LOGIN asks for the password only of a name that somebody has.', COMMON, {
    parts: {
      auth: exchanging((step, [name], right) =>
        step.kind === 'challenge' && name !== undefined && `${step.data}` === 'Password:' && !right.find(`${name}`)
          ? { kind: 'failure', reason: 'credentials' }
          : step,
      ),
    },
  }),
  defect(`auth-${unknownAtOnce.name}`, unknownAtOnce.mistake, unknownAtOnce.reference, unknownAtOnce.seams),
  defect(
    'auth-address-locked-out',
    'After a wrong password nobody gets in who comes from the same address.',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1135',
    on('AUTH', async (session, _command, next) => {
      if (banned.has(session)) return reply(454, '4.7.0', 'Too many failures from your address');
      const answer = await next();
      if (answer?.code === 535) banned.note(session);
      return answer;
    }),
  ),
];
