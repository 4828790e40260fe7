/** Mistakes with whom mail is handed on for: a stranger who writes an address, or calls himself, so that he is taken for somebody known (RFC 5321 §7.9). */

import type { Session } from '../../reference-server/smtp/session';
import { answering, COMMON, defect, on, rewriting, type SmtpDefect } from './tools';

/** Recipients of this form are handed on for everybody, under the address that is in them. */
function relaying(form: RegExp, meant: string): SmtpDefect['seams'] {
  return on('RCPT', (session, command, next) => {
    if (!form.test(command.argument)) return next();
    command.argument = command.argument.replace(form, meant);
    return asKnown(session, next);
  });
}

/** Whoever sends as this is known. */
const believing = (sender: (session: Session, recipient: string) => boolean): SmtpDefect['seams'] =>
  on('RCPT', (session, { argument }, next) => (sender(session, argument) ? asKnown(session, next) : next()));

/** Carries the command out as for a client who is known. */
async function asKnown<Answer>(session: Session, next: () => Promise<Answer>): Promise<Answer> {
  Object.defineProperty(session, 'authorised', { value: true, configurable: true });
  try {
    return await next();
  } finally {
    Reflect.deleteProperty(session, 'authorised');
  }
}

export const strangers: readonly SmtpDefect[] = [
  defect(
    'percent-hack',
    'Mail for carol%elsewhere at an address here is handed on to carol at elsewhere, whoever sends it.',
    'CVE-2002-1278',
    relaying(/^TO:<"?([^"@%<>]+)%([^"@<>]+)"?(?:@[^<>]*)?>/i, 'TO:<$1@$2>'),
  ),
  defect(
    'quoted-address-handed-on',
    'A recipient that is a whole address in quotes is handed on to that address, whoever sends it.',
    'CVE-1999-0682',
    relaying(/^TO:<"([^"@<>%!]+)@([^"<>]+)"(?:@[^<>]*)?>/i, 'TO:<$1@$2>'),
  ),
  defect(
    'second-at-sign-overlooked',
    'Of a recipient with two at signs the first part is handed on, whoever sends it.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/754',
    relaying(/^TO:<([^"@<>]+)@([^"@<>]+)@[^<>]*>/i, 'TO:<$1@$2>'),
  ),
  defect(
    'route-handed-on',
    'A recipient with a source route is handed on, whoever sends it.',
    COMMON,
    relaying(/^TO:<@[^:<>]*:([^<>]+)>/i, 'TO:<$1>'),
  ),
  defect(
    'bang-path-handed-on',
    'A recipient of the form elsewhere!carol is handed on, whoever sends it.',
    COMMON,
    relaying(/^TO:<"?([^"@!<>]+)!([^"@<>]+)"?(?:@[^<>]*)?>/i, 'TO:<$2@$1>'),
  ),
  defect(
    'final-dot-handed-on',
    'A recipient whose domain ends in a dot is handed on, whoever sends it.',
    COMMON,
    relaying(/^TO:<([^"<>]+)\.>/i, 'TO:<$1>'),
  ),
  defect(
    'wide-signs-handed-on',
    'A wide percent or at sign in a recipient counts as one of ASCII, and what it makes of the address is handed on.',
    COMMON,
    relaying(/^TO:<([^"@<>\uff05\uff20]+)[\uff05\uff20]([^"@<>]+)@[^<>]*>/i, 'TO:<$1@$2>'),
  ),
  defect(
    'sender-here-is-known',
    'Whoever gives a reverse-path of a domain here may send elsewhere.',
    COMMON,
    believing(({ transaction, context }) => context.domains.includes(transaction?.reversePath.domain ?? '')),
  ),
  defect(
    'nobody-is-known',
    'Whoever gives the null reverse-path may send elsewhere.',
    COMMON,
    believing(({ transaction }) => transaction?.reversePath.text === ''),
  ),
  defect(
    'writing-home-is-known',
    'Whoever gives a reverse-path of the domain that he writes to may send there.',
    COMMON,
    believing(({ transaction }, recipient) => {
      const domain = transaction?.reversePath.domain;
      return domain !== undefined && domain !== '' && recipient.includes(`@${domain}>`);
    }),
  ),
  defect(
    'strangers-told-521',
    'A recipient that is refused is told that this host takes no mail.',
    COMMON,
    answering('RCPT', (answer) => (answer.code >= 500 ? { ...answer, code: 521 } : answer)),
  ),
  defect(
    'route-cut-short',
    'A message with a source route goes to its last host.',
    COMMON,
    rewriting('RCPT', /^TO:<@.*,@([^:]*):([^@]*)@([^>]*)>/i, 'TO:<$2%$3@$1>'),
  ),
  defect(
    'route-in-reverse-path-followed',
    'What comes back goes along the source route of the reverse-path.',
    COMMON,
    rewriting('MAIL', /^FROM:<@([^,:]*)[^:]*:([^@]*)@([^>]*)>/i, 'FROM:<$2%$3@$1>'),
  ),
];
