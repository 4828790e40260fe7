/** Mistakes with the envelope on its way (RFC 5321 §2.3.11, §2.4, §3.3, §4.5.5). */

import { COMMON, defect, type RelayDefect, saying } from './tools';

/** MAIL with another path. */
const from = (change: (path: string, hostname: string) => string) =>
  saying((right) => ({
    mail: (path, parameters) => right.mail(change(path, right.options.hostname), parameters),
  }));

/** RCPT with another path. */
const to = (change: (path: string) => string) =>
  saying((right) => ({ rcpt: (path, parameters) => right.rcpt(change(path), parameters) }));

export const envelope: readonly RelayDefect[] = [
  defect(
    'reverse-path-in-own-domain',
    'Mail that is handed on comes from an address of the hop.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/215',
    from((path, hostname) => (path === '' ? path : path.replace(/@[^@]*$/, `@${hostname}`))),
  ),
  defect(
    'reverse-path-lowered',
    'The local part of the sender is written in small letters.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/34',
    from((path) => path.toLowerCase()),
  ),
  defect(
    'null-path-filled',
    'Mail from nobody is handed on as from the mail system of the hop.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/215',
    from((path, hostname) => (path === '' ? `MAILER-DAEMON@${hostname}` : path)),
  ),
  defect(
    'route-in-reverse-path',
    'A hop puts itself before the reverse-path, as RFC 821 had it.',
    COMMON,
    from((path, hostname) => (path === '' ? path : `@${hostname}:${path}`)),
  ),
  defect(
    'route-in-forward-path',
    'A recipient is named with a route over the host that is called.',
    COMMON,
    to((path) => `@${path.replace(/^.*@/, '')}:${path}`),
  ),
  defect(
    'local-part-lowered',
    'The local part of a recipient elsewhere is written in small letters.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/34',
    to((path) => path.toLowerCase()),
  ),
  defect(
    'quotes-left-out',
    'The local part of a recipient loses its quotes.',
    'https://github.com/chrj/smtpd/pull/47',
    to((path) => path.replace(/"/g, '')),
  ),
  defect(
    'local-part-cut-at-plus',
    'What stands behind the plus of a local part elsewhere is cut off.',
    'https://github.com/forwardemail/free-email-forwarding/issues/225',
    to((path) => path.replace(/\+[^@]*@/, '@')),
  ),
];
