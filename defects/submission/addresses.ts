/** Addresses that are let through, or are not (RFC 6409 §3.2, §4.2, §5.1, §6). */

import { reply } from '../../reference-server/delivery/reply';
import { isSubmission } from '../../reference-server/smtp/submission/port';
import { parsePath } from '../../reference-server/smtp/syntax/path';
import { answering, COMMON, on, type SmtpDefect } from '../smtp/tools';
import { onPort, submission } from './tools';

export const addresses: readonly SmtpDefect[] = [
  submission(
    'null-sender-refused',
    'A user may not give the null reverse-path: it is no address of theirs.',
    'https://github.com/splitbrain/dokuwiki-plugin-smtp/issues/38',
    onPort('MAIL', (_, argument) =>
      argument.startsWith('FROM:<>') ? reply(553, '5.7.1', 'This is not an address of yours') : undefined,
    ),
  ),
  submission(
    'anybodys-address',
    'A user may give the address of any other as the sender.',
    'https://github.com/LukeSmithxyz/emailwiz/issues/198',
    on('MAIL', async (session, command, next) => {
      const given = parsePath(command.argument.slice(5))?.path;
      const { account, context } = session;
      if (!account || !given || !context.directory.isLocal(given.domain)) return next();
      command.argument = command.argument.replace(/<[^>]*>/, `<${account.address}>`);
      const answer = await next();
      if (session.transaction) session.transaction.reversePath = given;
      return answer;
    }),
  ),
  submission(
    'own-address-asked-by-553',
    "Another user's address is refused by 553.",
    'https://www.postfix.org/postconf.5.html#reject_sender_login_mismatch',
    answering('MAIL', (answer) => (answer.code === 550 ? { ...answer, code: 553 } : answer)),
  ),
  submission(
    'short-domains',
    "A domain of a single label means the server's own, and goes through as it was written.",
    COMMON,
    {
      parts: {
        directory: (right) => ({
          isLocal: (domain) => right.isLocal(domain) || !domain.includes('.'),
          resolve: (local, domain) => right.resolve(local, domain.includes('.') ? domain : 'example.test'),
        }),
      },
    },
  ),
  submission(
    'short-domain-by-504',
    'A domain of a single label is refused by 504.',
    'https://www.postfix.org/postconf.5.html#non_fqdn_reject_code',
    answering('MAIL RCPT', (answer) => (answer.code === 554 ? { ...answer, code: 504 } : answer)),
  ),
  submission(
    'local-parts-lowered',
    'The local part of every recipient is written in small letters.',
    COMMON,
    on('RCPT', (session, command, next) => {
      if (isSubmission(session.service.name))
        command.argument = command.argument.replace(/<.*@/, (local) => local.toLowerCase());
      return next();
    }),
  ),
  submission(
    'addresses-not-read',
    'Whatever MAIL and RCPT give in place of an address is taken.',
    COMMON,
    on('MAIL RCPT', (session, command, next) => {
      const address = session.account?.address;
      if (address) command.argument = command.argument.replace(/<(?:@[^>]*|[^>@]*@\.?|[^>]*>)>/, `<${address}>`);
      return next();
    }),
  ),
  submission(
    'wrong-address-by-553',
    'A recipient that is no address is refused by 553.',
    COMMON,
    answering('RCPT', (answer) => (answer.code === 501 ? { ...answer, code: 553 } : answer)),
  ),
  submission(
    'header-thrown-away',
    'A message with a wrong address in its header is answered 250, and thrown away.',
    COMMON,
    answering('END', (answer) => (answer.code === 554 ? { ...answer, code: 250, enhanced: '2.0.0' } : answer)),
  ),
  submission(
    'header-refused-by-550',
    'A message with a wrong address in its header is refused by 550.',
    COMMON,
    answering('END', (answer) => (answer.code === 554 ? { ...answer, code: 550 } : answer)),
  ),
];
