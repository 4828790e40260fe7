/** Mistakes of servers written in an afternoon: what they never look at, what they clean by themselves, what they have not got. */

import { reply } from '../../reference-server/delivery/reply';
import { oneAtATime } from '../tools/serving';
import {
  altered,
  announcing,
  answering,
  COMMON,
  defect,
  edited,
  on,
  refusing,
  rewriting,
  type SmtpDefect,
} from './tools';

const OK = reply(250, '2.0.0', 'OK');
const UNKNOWN_PARAMETER = reply(555, '5.5.4', 'Unknown parameter');
const NOT_IMPLEMENTED = reply(502, '5.5.1', 'Not implemented');

/** A command that reads like one of these is obeyed where it stands in a message. */
const COMMAND_LINES = /^(?:QUIT|RSET|NOOP|STARTTLS|EHLO \S+|MAIL FROM:.*)\r\n/gm;

/** Connections that are open, by server, and as many as it has hands for. */
const open = new WeakMap<object, number>();
const HANDS = 4;

export const careless: readonly SmtpDefect[] = [
  defect(
    'reverse-path-unchecked',
    'Whatever stands behind MAIL is taken for a sender.',
    COMMON,
    on('MAIL', async (_, command, next) => {
      const answer = await next();
      if (answer === undefined || answer.code < 500 || answer.code === 503 || answer.code === 530) return answer;
      command.argument = 'FROM:<>';
      return next();
    }),
  ),
  defect(
    'forward-path-unchecked',
    'Whatever stands behind RCPT is answered 250.',
    COMMON,
    on('RCPT', async (_, __, next) => {
      const answer = await next();
      return answer && /^(?:501|553|555)$/.test(`${answer.code}`) ? OK : answer;
    }),
  ),
  defect('unknown-commands-answered-250', 'What is not understood is answered 250.', COMMON, {
    ...on('GET POST CONNECT', async () => OK),
    out: (answer) => (answer.code === 500 ? OK : answer),
  }),
  defect('four-clients-at-most', 'A fifth connection is closed without a word.', COMMON, {
    async session({ context }, next) {
      const count = open.get(context) ?? 0;
      if (count >= HANDS) return;
      open.set(context, count + 1);
      try {
        await next();
      } finally {
        open.set(context, open.get(context)! - 1);
      }
    },
  }),
  defect('one-client-at-a-time', 'A connection waits until the one before it has ended.', COMMON, {
    session: oneAtATime(),
  }),
  defect(
    'web-form-obeyed',
    'What does not read like a command is answered 500 and passed over, up to the commands in a form that a browser posts.',
    'https://www.postfix.org/postconf.5.html#smtpd_forbidden_commands',
    on('POST GET CONNECT', () => reply(500, '5.5.1', 'What?')),
  ),
  defect(
    'programs-are-recipients',
    'A recipient may be a program or a file.',
    'CVE-1999-0163',
    on('RCPT', (_session, { argument }, next) => (/^TO:(?:<?"?)(?:\||\/|:include:)/i.test(argument) ? OK : next())),
  ),
  defect('long-hello-crash', 'A name in HELO of more than 1,000 octets ends the connection.', 'CVE-1999-0284', {
    read: (session) => (octets) => {
      if (/^(?:HELO|EHLO) .{1000}/i.test(octets.toString('latin1'))) session.connection.destroy();
      return octets;
    },
  }),
  defect('hangs-up-at-errors', 'The first refusal is the last reply.', COMMON, {
    out(answer, session) {
      if (answer.code >= 500 && answer.code < 550) session.end();
      return answer;
    },
  }),
  defect(
    'noop-not-implemented',
    'NOOP is answered 502.',
    COMMON,
    on('NOOP', () => NOT_IMPLEMENTED),
  ),
  defect(
    'rset-not-implemented',
    'RSET is answered 502.',
    COMMON,
    on('RSET', () => NOT_IMPLEMENTED),
  ),
  defect(
    'success-is-200',
    'What succeeds is answered 200.',
    COMMON,
    answering('MAIL RCPT RSET NOOP EXPN HELP', (answer) =>
      Math.floor(answer.code / 100) === 2 ? { ...answer, code: 200 } : answer,
    ),
  ),
  defect('refusals-599', 'What is refused is answered 599.', COMMON, {
    out: (answer) => (answer.code >= 500 ? { ...answer, code: 599 } : answer),
  }),
  defect(
    'end-of-data-cleaned',
    'Lines of the data are cleaned of what does not print before the end is looked for.',
    'https://www.postfix.org/smtp-smuggling.html',
    {
      read: () => (octets, want) =>
        want === 'line'
          ? octets
          : edited(octets, (text) =>
              text
                .replace(/[\v\f]|\xc2\x85|\xe2\x80\xa8|\x8d\x8a|\x85/g, '\r\n')
                .replace(/\r\n[\0 \x08]*(?:\.|\xc0\xae|\xae|\xef\xbc\x8e)[\0\x7f]*\r\n/g, '\r\n.\r\n'),
            ),
    },
  ),
  defect('cr-ends-line-of-data', 'In the data a CR ends a line, whatever follows.', COMMON, {
    read: () => (octets, want) =>
      want === 'line' ? octets : edited(octets, (text) => text.replace(/\r\n|\r/g, '\r\n')),
  }),
  defect(
    'control-characters-dropped',
    'Control characters are taken out of the message.',
    COMMON,
    altered((text) => text.replace(/[\x01-\x08\v\f\x0e-\x1f\x7f]/g, '')),
  ),
  defect(
    'commands-in-data-obeyed',
    'A line of the data that reads like a command is taken for one.',
    COMMON,
    altered((text) => text.replace(COMMAND_LINES, '')),
  ),
  defect(
    'keywords-with-versions',
    'Keywords of EHLO have a version behind them.',
    COMMON,
    announcing(([name = '', ...keywords]) => [
      name,
      ...keywords.map((line) => (line.includes(' ') ? line : `${line} 1.0`)),
    ]),
  ),
  defect(
    'chunk-size-unchecked',
    'What is no number of octets behind BDAT is none.',
    COMMON,
    on('BDAT', (_, command, next) => {
      const [size = '', ...rest] = command.argument.split(' ');
      command.argument = `${Math.abs(Number.parseInt(size, 10)) || 0}${rest.length > 0 ? ' LAST' : ''}`;
      return next();
    }),
  ),
  defect(
    'size-not-taken',
    'SIZE is announced and unknown at MAIL.',
    COMMON,
    refusing('MAIL', / SIZE=/i, UNKNOWN_PARAMETER),
  ),
  defect(
    'smtputf8-not-taken',
    'SMTPUTF8 is announced and unknown at MAIL.',
    COMMON,
    refusing('MAIL', / SMTPUTF8/i, UNKNOWN_PARAMETER),
  ),
  defect(
    'auth-at-mail-not-taken',
    'AUTH is announced and unknown at MAIL.',
    COMMON,
    refusing('MAIL', / AUTH=/i, UNKNOWN_PARAMETER),
  ),
  defect('auth-at-mail-unchecked', 'Any AUTH is taken at MAIL.', COMMON, rewriting('MAIL', / AUTH=\S*/i, '')),
];
