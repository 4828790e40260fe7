/** Mistakes with answers: greeting, listings, response codes, capabilities (RFC 1939 §5, §7; RFC 2449, 3206, 6856). */

import { type Answer, err, ok } from '../../reference-server/pop3/answer';
import { GREETING } from '../../reference-server/pop3/line';
import { answering, binary, COMMON, capabilities, defect, latin1, on, type Pop3Defect, statusLines } from './tools';

/** Says more behind every line of a listing, or behind the only one. */
const talkative = (answer: Answer): Answer => {
  const { ok: good, text, payload } = answer;
  if (!good) return answer;
  return Array.isArray(payload)
    ? { ...answer, payload: payload.map((line) => `${line} from Ann Author`) }
    : { ...answer, text: `${text} from Ann Author` };
};

export const answers: readonly Pop3Defect[] = [
  defect(
    'greeting-negative',
    'The greeting is -ERR.',
    COMMON,
    answering(GREETING, (answer) => ({ ...answer, ok: false })),
  ),
  defect(
    'greeting-too-long',
    'The greeting has more than 512 octets.',
    COMMON,
    answering(GREETING, (answer) => ({ ...answer, text: `${'x'.repeat(600)} ${answer.text}` })),
  ),
  defect(
    'greeting-of-two-lines',
    'The greeting is followed by a second line.',
    COMMON,
    statusLines((line) => `${line}+OK No advertising here\r\n`, GREETING),
  ),
  defect(
    'status-in-lower-case',
    'The status of RSET is written +ok.',
    COMMON,
    statusLines((line) => line.replace('+OK', '+ok'), 'RSET'),
  ),
  defect(
    'noop-refused',
    'NOOP is not there.',
    'https://github.com/rnwood/smtp4dev/pull/2066',
    on('NOOP', () => err('What for?')),
  ),
  defect('listings-say-more', 'STAT, LIST and UIDL tell who wrote a message.', COMMON, {
    ...answering('STAT LIST UIDL', talkative),
  }),
  defect(
    'retr-loses-last-line',
    'RETR leaves out the last line of a message.',
    COMMON,
    answering('RETR', (answer) =>
      Buffer.isBuffer(answer.payload)
        ? { ...answer, payload: binary(latin1(answer.payload).replace(/[^\r\n]*\r\n$/, '')) }
        : answer,
    ),
  ),
  defect(
    'top-refuses-more-than-there-is',
    'TOP with more lines than the body has is answered -ERR.',
    COMMON,
    on('TOP', (_, { argument }, next) => (/ \d{2,}$/.test(argument) ? err('There are fewer lines') : next())),
  ),
  defect(
    'numbers-wrap',
    'Numbers beyond 32 bits begin again at 0.',
    COMMON,
    on('LIST RETR DELE TOP UIDL', (_, command, next) => {
      command.argument = command.argument.replace(/^\d{10,}/, (digits) => String(BigInt(digits) % 2n ** 32n));
      return next();
    }),
  ),
  defect(
    'numbers-in-hexadecimal',
    'Numbers are read as in C: 0x1 is 1.',
    COMMON,
    on('LIST RETR DELE TOP UIDL', (_, command, next) => {
      command.argument = command.argument.replace(/^0x[0-9a-f]+(?= |$)/i, (digits) => String(Number(digits)));
      return next();
    }),
  ),
  defect(
    'numbers-from-zero',
    'RETR and DELE count the messages from 0.',
    COMMON,
    on('RETR DELE', (_, command, next) => {
      command.argument = command.argument.replace(/^\d{1,6}$/, (n) => String(Number(n) + 1));
      return next();
    }),
  ),
  defect(
    'numbers-from-the-end',
    'A number counts from the end; the lists count from the beginning.',
    COMMON,
    on('LIST RETR DELE TOP UIDL', (session, command, next) => {
      const count = session.maildrop?.entries.length ?? 0;
      command.argument = command.argument.replace(/^\d{1,6}(?= |$)/, (n) => String(count + 1 - Number(n)));
      return next();
    }),
  ),
  defect(
    'missing-number-is-the-first',
    'RETR, DELE and TOP without a number mean message 1.',
    COMMON,
    on('RETR DELE TOP', (_, command, next) => {
      command.argument ||= command.verb === 'TOP' ? '1 0' : '1';
      return next();
    }),
  ),
  defect(
    'numbers-clamped',
    'What names no message means the last one.',
    COMMON,
    on('LIST RETR DELE TOP UIDL', (session, command, next) => {
      const count = session.maildrop?.entries.length ?? 0;
      if (session.maildrop && count === 0 && command.argument !== '')
        return ok('1 0', command.verb === 'RETR' ? [] : undefined);
      command.argument = command.argument.replace(/^[^ ]+/, (n) =>
        Number(n) >= 1 && Number(n) <= count ? n : `${count}`,
      );
      return next();
    }),
  ),
  defect(
    'empty-arguments-accepted',
    'USER and PASS are accepted without an argument.',
    COMMON,
    on('USER PASS', (session, { argument }, next) =>
      argument === '' && session.state === 'authorization' ? ok('Fine') : next(),
    ),
  ),
  defect(
    'top-lines-optional',
    'TOP takes what is no number of lines for 0.',
    COMMON,
    on('TOP', (_, command, next) => {
      command.argument = command.argument.replace(/^(\d+)(?! \d+$).*$/, '$1 0');
      return next();
    }),
  ),
  defect(
    'listings-before-login',
    'The maildrop is taken for empty before login, and its commands are answered.',
    COMMON,
    on('LIST RETR DELE RSET TOP UIDL', (session, { verb, argument }, next) => {
      if (session.state !== 'authorization') return next();
      return /^(?:RETR|TOP)$/.test(verb) || (/^(?:LIST|UIDL)$/.test(verb) && argument === '')
        ? ok('None', [])
        : ok('1 0');
    }),
  ),
  defect('first-lines-too-long', 'First lines have more than 512 octets.', COMMON, {
    out: (answer, _, command) =>
      answer.more || command?.verb === GREETING ? answer : { ...answer, text: `${answer.text} ${'x'.repeat(600)}` },
  }),
  defect(
    'capa-line-too-long',
    'A line of CAPA has more than 512 octets.',
    COMMON,
    capabilities((lines) => [...lines, `IMPLEMENTATION ${'x'.repeat(600)}`]),
  ),
  defect(
    'utf8-code-missing',
    'A message that needs UTF-8 mode is refused without the response code for that.',
    COMMON,
    answering('RETR TOP', (answer) => (answer.code === 'UTF8' ? err(answer.text) : answer)),
  ),
  defect(
    'texts-in-brackets',
    'Texts that are no response codes stand in brackets.',
    COMMON,
    answering('NOOP STAT RETR', (answer, { state }) =>
      state === 'transaction' ? { ...answer, text: `[${answer.text}]` } : answer,
    ),
  ),
  defect(
    'auth-code-missing',
    'A login with wrong credentials is refused without the response code that was announced.',
    COMMON,
    answering('PASS APOP AUTH', (answer) => (answer.code === 'AUTH' ? err(answer.text) : answer)),
  ),
  defect('capa-answered-twice', 'CAPA is answered twice.', COMMON, {
    write: (octets, _, { current }) =>
      current?.verb === 'CAPA' ? Buffer.concat([Buffer.from(octets), Buffer.from(octets)]) : octets,
  }),
  defect(
    'capa-empty-after-login',
    'CAPA lists nothing after login.',
    COMMON,
    capabilities((lines, { state }) => (state === 'transaction' ? [] : [...lines])),
  ),
  defect(
    'expire-of-this-user',
    'Mail is kept for ever, as CAPA says before login, but not that of this user.',
    COMMON,
    capabilities((lines, { state }) =>
      lines.map((line) => (state === 'transaction' ? line.replace('EXPIRE NEVER', 'EXPIRE 30') : line)),
    ),
  ),
  defect(
    'capa-trailing-spaces',
    'Each line of CAPA ends in a space.',
    COMMON,
    capabilities((lines) => lines.map((line) => `${line} `)),
  ),
  defect(
    'stls-unannounced',
    'STLS is there, and CAPA does not tell.',
    COMMON,
    capabilities((lines) => lines.filter((line) => line !== 'STLS')),
  ),
  defect('lang-takes-all', 'LANG takes any language.', COMMON, {
    ...on('LANG', (_, { argument }, next) => (argument === '' ? next() : ok(`${argument} it is`))),
  }),
  defect(
    'lang-without-tags',
    'LANG tells names of languages and no tags.',
    COMMON,
    answering('LANG', (answer) =>
      answer.ok ? { ...answer, text: 'English', ...(answer.payload ? { payload: ['English: en'] } : {}) } : answer,
    ),
  ),
  defect('empty-line-ignored', 'An empty line is not answered.', COMMON, {
    around: async (_, { verb }, next) => (verb === '' ? undefined : next()),
  }),
];
