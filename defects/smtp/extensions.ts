/** Mistakes with extensions (RFC 1870, 2920, 3030, 3207, 3461, 4954, 6152, 6531). */

import { reply } from '../../reference-server/delivery/reply';
import type { Session } from '../../reference-server/smtp/session';
import { keepingInput } from '../tools/unprotected';
import { announcing, COMMON, defect, edited, on, refusing, rewriting, type SmtpDefect, SYNTAX_ERROR } from './tools';

const SEQUENCE = reply(503, '5.5.1', 'Out of order');
const UNKNOWN_PARAMETER = reply(555, '5.5.4', 'Unknown parameter');

export const extensions: readonly SmtpDefect[] = [
  defect(
    'pipelined-commands-dropped',
    'Commands that came together with another are thrown away.',
    'https://github.com/jstedfast/MailKit/issues/587',
    {
      async around(session, { verb }, next) {
        if (verb !== 'END') await takeInput(session);
        return next();
      },
    },
  ),
  defect('pipeline-flushed-on-error', 'A command that fails throws away those that came with it.', COMMON, {
    async around(session, _, next) {
      const answer = await next();
      if (answer && answer.code >= 500) await takeInput(session);
      return answer;
    },
  }),
  defect(
    'starttls-injection',
    'What was sent in clear text behind STARTTLS is carried out under TLS.',
    'CVE-2011-0411',
    on('STARTTLS', (session, _, next) => keepingInput(session.connection, next)),
  ),
  defect(
    'starttls-greets-again',
    'The server greets again when TLS has begun.',
    COMMON,
    on('STARTTLS', async (session, _, next) => {
      const refused = await next();
      if (!refused) session.send(reply(220, '2.0.0', 'Ready, and safe now'));
      return refused;
    }),
  ),
  defect(
    'starttls-offered-under-tls',
    'STARTTLS is announced under TLS too.',
    'https://github.com/substack/node-smtp-protocol/issues/27',
    announcing((lines, secure) => (secure ? [...lines, 'STARTTLS'] : lines)),
  ),
  defect(
    'starttls-argument-accepted',
    'STARTTLS with a parameter begins the handshake.',
    COMMON,
    rewriting('STARTTLS', /.*/, ''),
  ),
  defect(
    'chunk-dots-removed',
    'Dots at the start of lines are removed from chunks, where nothing doubled them.',
    'CVE-2017-16944',
    on('END', (session, _, next) => {
      const chunks = session.transaction?.chunks;
      const undotted = chunks && edited(Buffer.concat(chunks), (text) => text.replace(/(^|\r\n)\./g, '$1'));
      if (undotted) chunks.splice(0, chunks.length, undotted);
      return next();
    }),
  ),
  defect(
    'chunks-parted-by-newline',
    'A line end is put between two chunks.',
    COMMON,
    on('BDAT', (session, { argument }, next) => {
      const chunks = session.transaction?.chunks;
      if (chunks?.length && !/^0+ /.test(argument)) chunks.push(Buffer.from('\r\n'));
      return next();
    }),
  ),
  defect(
    'refused-chunk-read-as-commands',
    'The octets behind a BDAT that is refused are read as commands.',
    'https://github.com/emersion/go-smtp/issues/315',
    on('BDAT', (session, _, next) => (session.transaction?.recipients.length ? next() : SEQUENCE)),
  ),
  defect(
    'chunks-survive-rset',
    'RSET forgets the envelope and keeps the chunks.',
    'https://github.com/OISF/suricata/pull/3807',
    {
      async around(session, { verb }, next) {
        const kept = verb === 'RSET' ? session.transaction?.chunks : undefined;
        const answer = await next();
        if (kept) leftover.set(session, kept);
        const chunks = verb === 'RCPT' && session.transaction?.recipients.length ? leftover.get(session) : undefined;
        if (chunks && session.transaction) session.transaction.chunks ??= [...chunks];
        return answer;
      },
    },
  ),
  defect(
    'data-after-bdat-accepted',
    'DATA after BDAT is accepted.',
    COMMON,
    on('DATA', (session, _, next) => {
      if (session.transaction) delete session.transaction.chunks;
      return next();
    }),
  ),
  defect(
    'binarymime-by-data-accepted',
    'DATA is accepted for content that was declared binary.',
    COMMON,
    on('DATA', (session, _, next) => {
      if (session.transaction) session.transaction.body = '8BITMIME';
      return next();
    }),
  ),
  defect(
    'body-7bit-refused',
    'BODY=7BIT is refused.',
    'https://github.com/gen-smtp/gen_smtp/pull/283',
    refusing('MAIL', / BODY=7BIT/i, SYNTAX_ERROR),
  ),
  defect(
    '8bitmime-refused',
    '8BITMIME is announced and BODY=8BITMIME refused.',
    'https://github.com/andris9/simplesmtp/pull/17',
    refusing('MAIL', / BODY=8BITMIME/i, UNKNOWN_PARAMETER),
  ),
  defect(
    'body-unchecked',
    'BODY with any value is accepted.',
    COMMON,
    rewriting('MAIL', / BODY(?!=(?:7BIT|8BITMIME|BINARYMIME)(?: |$))[^ ]*/gi, ''),
  ),
  defect(
    'size-unchecked',
    'SIZE with anything but a number is accepted.',
    COMMON,
    rewriting('MAIL', / SIZE(?!=\d{1,20}(?: |$))[^ ]*/gi, ''),
  ),
  defect(
    'utf8-without-8bitmime',
    'SMTPUTF8 is announced without 8BITMIME.',
    'https://github.com/aio-libs/aiosmtpd/issues/216',
    announcing((lines) => lines.filter((line) => line !== '8BITMIME')),
  ),
  defect(
    'utf8-address-refused',
    'SMTPUTF8 is announced and an address in UTF-8 a syntax error.',
    COMMON,
    refusing('MAIL RCPT VRFY', /[^\x00-\x7f]/, SYNTAX_ERROR),
  ),
  defect(
    'utf8-address-unasked',
    'Addresses in UTF-8 are accepted without SMTPUTF8.',
    'https://github.com/chrj/smtpd/pull/55',
    on('MAIL', (_, command, next) => {
      if (!/ SMTPUTF8/i.test(command.argument)) command.argument += ' SMTPUTF8';
      return next();
    }),
  ),
  defect(
    'dsn-refused',
    'DSN is announced and its parameters refused.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/658',
    refusing('MAIL RCPT', / (RET|ENVID|NOTIFY|ORCPT)=/i, UNKNOWN_PARAMETER),
  ),
  defect('notify-unchecked', 'NOTIFY with any value is accepted.', COMMON, rewriting('RCPT', / NOTIFY[^ ]*/i, '')),
  defect('envid-unchecked', 'ENVID with any value is accepted.', COMMON, rewriting('MAIL', / ENVID[^ ]*/i, '')),
  defect('ret-unchecked', 'RET with any value is accepted.', COMMON, rewriting('MAIL', / RET[^ ]*/i, '')),
  defect('orcpt-unchecked', 'ORCPT with any value is accepted.', COMMON, rewriting('RCPT', / ORCPT[^ ]*/i, '')),
  defect(
    'auth-in-transaction-accepted',
    'AUTH is accepted inside a transaction.',
    'seen in npm smtp-server 3.21',
    on('AUTH', async (session, _, next) => {
      const { transaction } = session;
      session.reset();
      const answer = await next();
      session.transaction = transaction;
      return answer;
    }),
  ),
  defect(
    'auth-mechanism-case-sensitive',
    'Names of SASL mechanisms are understood in capitals only.',
    'https://github.com/aio-libs/aiosmtpd/issues/542',
    refusing('AUTH', /^[^ ]*[a-z]/, reply(504, '5.5.4', 'Unknown mechanism')),
  ),
  defect(
    'auth-without-mechanisms',
    'AUTH is announced without a mechanism.',
    COMMON,
    announcing((lines) => lines.map((line) => line.replace(/^AUTH .*/, 'AUTH'))),
  ),
  defect('auth-challenge-with-text', 'A challenge has a word of explanation behind it.', COMMON, {
    out: (answer) => (answer.code === 334 ? { ...answer, lines: [`${answer.lines[0]} go ahead`] } : answer),
  }),
];

/** All that came together with the present command; whoever takes it drops it. */
const takeInput = ({ connection }: Session) => connection.readExactly(connection.buffered);

/** Chunks that outlived a RSET. */
const leftover = new WeakMap<Session, Buffer[]>();
