/** Mistakes with proofs: APOP, AUTH, and what a refused login leaves behind (RFC 1939 §7, RFC 5034, RFC 6856 §2). */

import { err, ok } from '../../reference-server/pop3/answer';
import type { Session } from '../../reference-server/pop3/session';
import { COMMON, defect, on, type Pop3Defect } from './tools';

const STAMP = '<1896.697170952@dbc.mtview.ca.us>';
const STAMPED = /<[^<> ]+@[^<> ]+>/;

/** While a command runs: lines of the client are changed, and challenges of the server. */
async function between<T>(
  { connection }: Session,
  change: { read?(text: string): string; write?(text: string): string },
  act: () => Promise<T>,
): Promise<T> {
  const { readLine, write } = connection;
  connection.readLine = async (...limits) => {
    const line = await readLine.apply(connection, limits);
    return { ...line, octets: Buffer.from(change.read?.(line.octets.toString('latin1')) ?? line.octets) };
  };
  connection.write = (data) => write.call(connection, typeof data === 'string' ? (change.write?.(data) ?? data) : data);
  try {
    return await act();
  } finally {
    Object.assign(connection, { readLine, write });
  }
}

const digits = (text: string): string => text.replace(/[^A-Za-z0-9+/*]/g, '');

export const proofs: readonly Pop3Defect[] = [
  defect('apop-stamp-repeated', 'Every greeting has the same time stamp.', COMMON, {
    rules: { status: (line) => (/ POP3 mailspec /.test(line) ? line.replace(STAMPED, STAMP) : line) },
    ...on('APOP', (session, _, next) => {
      Object.assign(session, { stamp: STAMP });
      return next();
    }),
  }),
  defect(
    'password-cut',
    'What follows the right password is not looked at.',
    COMMON,
    on('PASS', (session, command, next) => {
      const { auth } = session.context;
      for (let length = command.argument.length - 1; length > 10 && session.user !== undefined; length--) {
        const begun = command.argument.slice(0, length);
        if (auth.password(session.user, begun)) command.argument = begun;
      }
      return next();
    }),
  ),
  defect(
    'auth-any-password',
    'AUTH logs in whoever is named, whatever the proof is.',
    COMMON,
    on('AUTH', async (session, command, next) => {
      const { auth } = session.context;
      let said = command.argument.split(' ')[1] ?? '';
      const read = (text: string) => {
        said += ` ${text}`;
        return text;
      };
      const answer = await between(session, { read }, next);
      if (answer?.code !== 'AUTH') return answer;
      const texts = said.split(' ').map((text) => Buffer.from(text, 'base64').toString());
      const names = texts.flatMap((text) => [...text.split('\0'), /n=([^,]+)/.exec(text)?.[1] ?? '']);
      return session.logIn(names.map((name) => auth.find(name)).find((account) => account !== undefined));
    }),
  ),
  defect(
    'pass-alone-accepted',
    'PASS is accepted where no USER came before it.',
    COMMON,
    on('PASS', (session, _, next) =>
      session.user === undefined && session.state === 'authorization' ? ok('Welcome') : next(),
    ),
  ),
  defect(
    'names-not-prepared',
    'Names and passwords are compared octet by octet, without SASLprep.',
    COMMON,
    on('USER PASS APOP', (_, command, next) => {
      command.argument = command.argument.replaceAll('\u00ad', '-');
      return next();
    }),
  ),
  defect(
    'utf8-after-login',
    'UTF8 is accepted after login.',
    COMMON,
    on('UTF8', (session, _, next) => (session.state === 'transaction' ? ok('UTF-8 from now on') : next())),
  ),
  defect(
    'open-after-refusal',
    'A login with a wrong password is refused and opens the maildrop all the same.',
    COMMON,
    on('PASS AUTH', async (session, _, next) => {
      const { user } = session;
      const answer = await next();
      if (answer?.code === 'AUTH' && user !== undefined) session.logIn(session.context.auth.find(user));
      return answer;
    }),
  ),
  defect(
    'initial-response-ignored',
    'AUTH forgets the response that came with it.',
    COMMON,
    on('AUTH', (_, command, next) => {
      command.argument = command.argument.split(' ')[0]!;
      return next();
    }),
  ),
  defect(
    'mechanisms-case-sensitive',
    'Mechanisms are known in capitals only.',
    COMMON,
    on('AUTH', (_, { argument }, next) =>
      /^[^ ]*[a-z]/.test(argument) ? err('I do not know this mechanism') : next(),
    ),
  ),
  defect(
    'unknown-mechanism-challenged',
    'A mechanism that is not there is answered by a challenge.',
    COMMON,
    on('AUTH', async (session, { argument }, next) => {
      if (!/^X/i.test(argument)) return next();
      session.connection.write('+ \r\n');
      await session.connection.readLine(1000);
      return err('It failed');
    }),
  ),
  defect(
    'base64-leniently-decoded',
    'What is not base64 is left out of a response, not refused.',
    COMMON,
    on('AUTH', (session, command, next) => {
      const [mechanism, initial] = command.argument.split(' ');
      const read = (text: string) => Buffer.from(digits(text), 'base64').toString('base64') || text;
      if (initial !== undefined) command.argument = `${mechanism} ${read(initial)}`;
      return between(session, { read: (text) => (text === '*' ? text : read(text)) }, next);
    }),
  ),
  defect(
    'challenge-with-text',
    'An empty challenge says something to people.',
    'https://github.com/jstedfast/MailKit/issues/268',
    on('AUTH', (session, _, next) =>
      between(session, { write: (text) => text.replace(/^\+ \r\n$/, '+ go ahead\r\n') }, next),
    ),
  ),
  defect(
    'challenges-in-clear',
    'Challenges are sent as they are, not in base64.',
    COMMON,
    on('AUTH', (session, _, next) =>
      between(
        session,
        { write: (text) => text.replace(/^\+ (\S+)(?=\r\n$)/, (_line, data) => `+ ${Buffer.from(data, 'base64')}`) },
        next,
      ),
    ),
  ),
  defect('plain-only', 'CAPA announces PLAIN alone.', COMMON, {
    rules: { capabilities: (lines) => lines.map((line) => line.replace(/^SASL .*/, 'SASL PLAIN')) },
  }),
  defect(
    'long-commands-hang-up',
    'A command of more than 100 octets closes the connection.',
    COMMON,
    on('USER AUTH', (session, { argument }, next) => {
      if (argument.length <= 100) return next();
      session.end();
      return undefined;
    }),
  ),
  defect('stls-after-login', 'STLS is announced and accepted after login.', COMMON, {
    rules: { capabilities: (lines, { state }) => (state === 'transaction' ? [...lines, 'STLS'] : lines) },
    ...on('STLS', (session, _, next) => (session.state === 'transaction' ? ok('Begin the handshake') : next())),
  }),
  defect(
    'utf8-unasked',
    'Headers in UTF-8 are sent to clients that did not say UTF8.',
    COMMON,
    on('PASS', (session, _, next) => {
      session.utf8 = true;
      return next();
    }),
  ),
];
