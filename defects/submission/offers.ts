/** What the port for users offers (RFC 6409 §7). */

import { reply } from '../../reference-server/delivery/reply';
import { COMMON, type SmtpDefect } from '../smtp/tools';
import { offering, onPort, silentOf, submission } from './tools';

export const offers: readonly SmtpDefect[] = [
  submission(
    'etrn-offered',
    'ETRN is offered to users.',
    COMMON,
    offering((lines) => [...lines, 'ETRN']),
  ),
  submission(
    'atrn-offered',
    'ATRN is offered to users.',
    COMMON,
    offering((lines) => [...lines, 'ATRN']),
  ),
  submission('no-dsn', 'DSN is not offered to users.', COMMON, silentOf('DSN')),
  submission('no-8bitmime', '8BITMIME is not offered to users.', COMMON, silentOf('8BITMIME')),
  submission('no-pipelining', 'PIPELINING is not offered to users.', COMMON, silentOf('PIPELINING')),
  submission(
    'no-status-codes',
    'ENHANCEDSTATUSCODES is not offered to users.',
    COMMON,
    silentOf('ENHANCEDSTATUSCODES'),
  ),
  submission(
    'no-auth-on-tls-port',
    'Where TLS begins with the first octet the server thinks that there is none, and offers no AUTH.',
    'https://github.com/aio-libs/aiosmtpd/issues/281',
    {
      out: (answer, session, command) =>
        command?.verb === 'EHLO' && session.service.name === 'submissions'
          ? { ...answer, lines: answer.lines.filter((line) => !line.startsWith('AUTH')) }
          : answer,
    },
  ),
  submission(
    'no-auth',
    'AUTH works and is not offered.',
    'https://github.com/cosullivan/SmtpServer/issues/249',
    silentOf('AUTH'),
  ),
  submission(
    'no-ehlo',
    'EHLO is not known to the port for users.',
    COMMON,
    onPort('EHLO', () => reply(502, '5.5.1', 'Say HELO')),
  ),
];
