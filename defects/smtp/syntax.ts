/** Mistakes in reading commands and addresses (RFC 5321 §4.1). */

import { reply } from '../../reference-server/delivery/reply';
import { COMMON, defect, on, refusing, rewriting, type SmtpDefect, SYNTAX_ERROR } from './tools';

const UNKNOWN = reply(500, '5.5.1', 'Unknown command');
const VERBS = ['EHLO', 'HELO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP', 'QUIT', 'VRFY', 'HELP'];

export const syntax: readonly SmtpDefect[] = [
  defect(
    'verbs-case-sensitive',
    'Verbs are understood in capitals only.',
    'https://github.com/jfoucher/Mailocal/issues/7',
    { around: async (_, { sentVerb, verb }, next) => (sentVerb === verb ? next() : UNKNOWN) },
  ),
  defect(
    'keywords-case-sensitive',
    'FROM: and TO: are understood in capitals only.',
    COMMON,
    refusing('MAIL RCPT', /^(?!FROM:|TO:)/, SYNTAX_ERROR),
  ),
  defect('prefix-taken-for-verb', 'The first four letters make the verb: NOOPX is NOOP.', COMMON, {
    around(_, command, next) {
      const prefix = command.verb.slice(0, 4);
      if (VERBS.includes(prefix)) command.verb = prefix;
      return next();
    },
  }),
  defect(
    'trailing-space-refused',
    'A space or a tab before the CRLF makes a command a syntax error.',
    'https://github.com/nim-lang/smtp/issues/3',
    { around: async (_, { line }, next) => (/[ \t]$/.test(line) ? SYNTAX_ERROR : next()) },
  ),
  defect(
    'brackets-not-needed',
    'Paths are accepted without their brackets.',
    'https://github.com/aio-libs/aiosmtpd/issues/564',
    rewriting('MAIL RCPT', /^(\w+:)([^<> ]+)/, '$1<$2>'),
  ),
  defect(
    'space-after-colon-accepted',
    'Spaces between FROM: or TO: and the path are accepted.',
    'https://github.com/mjl-/mox/issues/101',
    rewriting('MAIL RCPT', /^(\w+:) +/, '$1'),
  ),
  defect(
    'garbage-after-path-ignored',
    'What stands right behind the closing bracket is ignored.',
    'https://github.com/stalwartlabs/smtp-proto/pull/12',
    rewriting('MAIL RCPT', /^(\w+:<[^>"]*>)[^ ]+/, '$1'),
  ),
  defect(
    'unknown-parameter-accepted',
    'Parameters that no extension explains are accepted and ignored.',
    'seen in npm smtp-server 3.21',
    rewriting('MAIL RCPT', / (?!SIZE|BODY|SMTPUTF8|RET|ENVID|NOTIFY|ORCPT|AUTH)[^ ]+/gi, ''),
  ),
  defect(
    'source-route-refused',
    'A path with a source route is a syntax error.',
    COMMON,
    refusing('MAIL RCPT', /:<@/, SYNTAX_ERROR),
  ),
  defect(
    'quoted-local-part-refused',
    'A quoted local part is a syntax error.',
    'https://github.com/zone-eu/zone-mta/issues/5',
    refusing('MAIL RCPT', /:<"/, SYNTAX_ERROR),
  ),
  defect(
    'quotes-kept-in-mailbox-name',
    'The quotes of a quoted local part are taken for a part of the name.',
    COMMON,
    rewriting('RCPT', /^TO:<"([^"\\]+)"@/i, 'TO:<quoted-$1@'),
  ),
  defect(
    'address-literal-refused',
    'An address literal in place of a domain is a syntax error.',
    'https://github.com/nodemailer/smtp-server/issues/244',
    refusing('EHLO HELO MAIL RCPT', /(^|@)\[/, SYNTAX_ERROR),
  ),
  defect(
    'null-reverse-path-refused',
    'MAIL FROM:<> is refused, so that no bounce comes in.',
    'https://github.com/inbucket/inbucket/issues/164',
    refusing('MAIL', /:<>/, SYNTAX_ERROR),
  ),
  defect(
    'postmaster-needs-domain',
    'RCPT TO:<Postmaster> without a domain is refused.',
    'https://github.com/haraka/Haraka/issues/3111',
    refusing('RCPT', /:<postmaster>/i, SYNTAX_ERROR),
  ),
  defect(
    'postmaster-unknown',
    'There is no mailbox postmaster at the domains that are served.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/289',
    refusing('RCPT', /:<postmaster@/i, reply(550, '5.1.1', 'No such user')),
  ),
  defect(
    'postmaster-case-sensitive',
    'Postmaster is known in one spelling only.',
    COMMON,
    // With the flag i, what must not be there would be met in every spelling.
    refusing(
      'RCPT',
      /:<(?!postmaster[@>])[Pp][Oo][Ss][Tt][Mm][Aa][Ss][Tt][Ee][Rr][@>]/,
      reply(550, '5.1.1', 'No such user'),
    ),
  ),
  defect(
    'domain-case-sensitive',
    'The domain of a recipient is compared with regard to case.',
    'https://github.com/Xceptance/XCMailr/issues/63',
    refusing('RCPT', /@[^>]*[A-Z]/, reply(550, '5.1.1', 'No such user')),
  ),
  defect(
    'local-part-too-short',
    'Local parts have room for 63 octets.',
    COMMON,
    refusing('MAIL RCPT', /:<[^@<>]{64,}@/, SYNTAX_ERROR),
  ),
  defect('command-line-too-short', 'Command lines have room for 255 octets.', COMMON, {
    around: async (_, { line }, next) => (line.length > 253 ? SYNTAX_ERROR : next()),
  }),
  defect(
    'data-argument-accepted',
    'DATA with an argument is accepted.',
    'seen in npm smtp-server 3.21',
    rewriting('DATA', /.*/, ''),
  ),
  defect(
    'hello-without-name-accepted',
    'EHLO, HELO and LHLO without an argument are accepted.',
    'https://github.com/hanswolff/simple.mailserver/pull/5',
    rewriting('EHLO HELO LHLO', /^$/, 'unknown'),
  ),
  defect(
    'noop-argument-refused',
    'NOOP with an argument is a syntax error.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/1148',
    on('NOOP', (_, { argument }, next) => (argument === '' ? next() : SYNTAX_ERROR)),
  ),
  defect(
    'helo-unsupported',
    'HELO is not known.',
    'https://github.com/dpwright/HaskellNet-SSL/issues/31',
    on('HELO', () => UNKNOWN),
  ),
  defect(
    'naive-address-pattern',
    'A reverse-path has to fit a pattern of letters, digits and hyphens, with a domain in small letters that has a dot.',
    'https://github.com/zone-eu/zone-mta/issues/5',
    refusing(
      'MAIL',
      /^FROM:<(?![A-Za-z][A-Za-z0-9_-]+@[a-z-]+(?:\.[a-z-]+)+>)[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+>/,
      SYNTAX_ERROR,
    ),
  ),
];
