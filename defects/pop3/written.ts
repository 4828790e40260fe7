/** Mistakes with what is written, that no scenario need be about: the witness sees them wherever they show (RFC 1939, RFC 2449). */

import type { Answer } from '../../reference-server/pop3/answer';
import { GREETING } from '../../reference-server/pop3/line';
import type { Session } from '../../reference-server/pop3/session';
import {
  answering,
  COMMON,
  capabilities,
  defect,
  ofMaildrop,
  on,
  type Pop3Defect,
  payloads,
  statusLines,
} from './tools';

/** Changes each line of a listing. */
const listed = (verb: string, edit: (line: string) => string) =>
  answering(verb, (answer: Answer) =>
    Array.isArray(answer.payload) ? { ...answer, payload: answer.payload.map(edit) } : answer,
  );
const said = (verb: string, change: (text: string) => string) =>
  answering(verb, (answer) => (answer.ok ? { ...answer, text: change(answer.text) } : answer));

/** How often a session has read. */
const readings = new WeakMap<Session, number>();

export const written: readonly Pop3Defect[] = [
  defect('challenge-without-space', 'An empty challenge is a plus and nothing else.', COMMON, {
    write: (octets, { more }) => (more ? octets.toString('latin1').replace(/^\+ \r/, '+\r') : octets),
  }),
  defect(
    'text-behind-tab',
    'A tab stands between the status and its text.',
    COMMON,
    statusLines((line) => line.replace(/^(\+OK|-ERR) /, '$1\t'), 'NOOP'),
  ),
  defect(
    'goodbye-in-latin-1',
    'The farewell has letters beyond ASCII.',
    COMMON,
    statusLines((line) => line.replace('\r\n', ' Tsch\xfc\xdf\r\n'), 'QUIT'),
  ),
  defect(
    'stat-in-words',
    'STAT is answered in words.',
    COMMON,
    said('STAT', (text) => text.replace(/^(\d+) (\d+)/, '$1 messages ($2 octets)')),
  ),
  defect(
    'list-parted-by-tabs',
    'A tab stands between number and size in LIST.',
    COMMON,
    listed('LIST', (line) => line.replace(' ', '\t')),
  ),
  defect(
    'uidl-says-more',
    'UIDL tells the size behind each unique-id.',
    COMMON,
    listed('UIDL', (line) => `${line} 120`),
  ),
  defect(
    'list-numbers-with-gaps',
    'LIST numbers the messages 1, 3, 5.',
    COMMON,
    listed('LIST', (line) => line.replace(/^\d+/, (number) => String(2 * Number(number) - 1))),
  ),
  defect(
    'stat-counts-line-ends-once',
    'STAT counts fewer octets than the sizes of LIST together.',
    COMMON,
    said('STAT', (text) => text.replace(/\d+$/, (octets) => String(Math.max(0, Number(octets) - 7)))),
  ),
  defect(
    'list-answers-for-the-next',
    'LIST with a number tells of the message behind it.',
    COMMON,
    said('LIST', (text) => text.replace(/^\d+(?= \d+$)/, (number) => String(Number(number) + 1))),
  ),
  defect(
    'quit-answered-twice',
    'QUIT is answered with two lines.',
    COMMON,
    statusLines((line) => `${line}+OK Really\r\n`, 'QUIT'),
  ),
  defect(
    'noop-answered-twice',
    'NOOP is answered with two lines.',
    COMMON,
    statusLines((line) => `${line}+OK Still here\r\n`, 'NOOP'),
  ),
  defect(
    'capa-parted-by-two-spaces',
    'Two spaces stand between a capability and its arguments.',
    COMMON,
    capabilities((lines) => lines.map((line) => line.replace(' ', '  '))),
  ),
  defect(
    'capa-mechanisms-with-commas',
    'CAPA lists the mechanisms with commas between them.',
    COMMON,
    capabilities((lines) =>
      lines.map((line) => (line.startsWith('SASL ') ? `SASL ${line.slice(5).replaceAll(' ', ',')}` : line)),
    ),
  ),
  defect(
    'capa-sasl-gone-after-login',
    'CAPA lists no mechanisms after login.',
    COMMON,
    capabilities((lines, { maildrop }) => lines.filter((line) => !maildrop || !line.startsWith('SASL'))),
  ),
  defect(
    'greeting-timestamp-without-host',
    'The time stamp of the greeting has no @.',
    COMMON,
    statusLines((line) => line.replace(/@[^>]*>/, '>'), GREETING),
  ),
  defect(
    'lang-tags-of-locales',
    'LANG lists the names of locales.',
    COMMON,
    listed('LANG', (line) => line.replace(/^[a-z]+/, (tag) => `${tag}_${tag.toUpperCase()}.UTF-8`)),
  ),
  defect(
    'retr-counts-readings',
    'RETR adds a field that tells how often a message was read.',
    COMMON,
    answering('RETR', (answer, session) => {
      if (!Buffer.isBuffer(answer.payload)) return answer;
      const times = (readings.get(session) ?? 0) + 1;
      readings.set(session, times);
      return { ...answer, payload: Buffer.concat([Buffer.from(`X-Read: ${times}\r\n`), answer.payload]) };
    }),
  ),
  defect(
    'top-ends-late',
    'TOP sends an empty line more than it was asked for.',
    COMMON,
    payloads((text) => text.replace(/\.\r\n$/, '\r\n.\r\n'), 'TOP'),
  ),
  defect(
    'uidl-of-one-differs',
    'UIDL with a number makes the unique-id otherwise than UIDL without one.',
    COMMON,
    on('UIDL', async (_, { argument }, next) => {
      const answer = await next();
      return answer?.ok && argument !== '' ? { ...answer, text: `${answer.text}x` } : answer;
    }),
  ),
  defect(
    'unique-ids-of-the-day',
    'Messages of one day share a unique-id.',
    COMMON,
    ofMaildrop(() => ({ uniqueId: () => '20261129' })),
  ),
];
