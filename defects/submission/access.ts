/** Who is let in: mistakes with authorisation (RFC 6409 §3.3, §4.3). */

import { reply } from '../../reference-server/delivery/reply';
import { COMMON, delivering, on, type SmtpDefect } from '../smtp/tools';
import { onPort, submission } from './tools';

export const access: readonly SmtpDefect[] = [
  submission(
    'without-login',
    'The port for users takes mail from whoever comes.',
    'https://github.com/forwardemail/free-email-forwarding/issues/151',
    { parts: { trusted: () => ({ has: () => true }) } },
  ),
  submission(
    'login-of-another',
    'Who comes from an address from which a user has logged in is taken for that user.',
    COMMON,
    (() => {
      const known = new WeakMap<object, Map<string, unknown>>();
      return on('AUTH MAIL', async (session, { verb }, next) => {
        const of = known.get(session.context) ?? new Map();
        known.set(session.context, of);
        const { remoteAddress } = session.connection;
        if (verb === 'MAIL') session.account ??= of.get(remoteAddress);
        const answer = await next();
        if (session.account) of.set(remoteAddress, session.account);
        return answer;
      });
    })(),
  ),
  submission(
    'network-not-trusted',
    'Who comes from a network that is trusted has to log in all the same.',
    'https://github.com/Mailu/Mailu/issues/3818',
    { parts: { trusted: () => ({ has: () => false }) } },
  ),
  submission(
    'users-relay-nowhere',
    'Mail for elsewhere is refused to users as it is to strangers.',
    COMMON,
    delivering((right) => ({ resolve: (path) => right.resolve(path, false) })),
  ),
  submission(
    'all-sent-out',
    'What users hand in goes out, for mailboxes here too.',
    COMMON,
    delivering((right) => ({
      resolve(path, mayRelay) {
        const found = right.resolve(path, mayRelay);
        return 'kind' in found && mayRelay ? { kind: 'remote', domain: path.domain } : found;
      },
    })),
  ),
  submission(
    'login-asked-at-rcpt',
    'MAIL is taken without a login, and only RCPT asks for one.',
    'https://www.postfix.org/postconf.5.html#smtpd_delay_reject',
    {
      around: async (session, command, next) => {
        if (session.authorised || session.service.name === 'smtp') return next();
        if (command.verb === 'MAIL') return reply(250, '2.1.0', 'Whom is it for?');
        return command.verb === 'RCPT' ? reply(554, '5.7.1', 'Access denied') : next();
      },
    },
  ),
  submission(
    'login-asked-by-550',
    'MAIL without a login is answered 550.',
    COMMON,
    onPort('MAIL', ({ authorised }) => (authorised ? undefined : reply(550, '5.7.1', 'You may not'))),
  ),
];
