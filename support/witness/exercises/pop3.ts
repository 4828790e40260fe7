/** What POP3's rules are about. Any answer will do. */
import type { Exercise } from './exercise';

const say = (...lines: string[]) => lines.map((line) => `C: ${line}\nS: +OK/-ERR`);

export const POP3_EXERCISE: readonly Exercise[] = [
  {
    start: { spoken: 'pop3', state: 'before login' },
    dialogues: [
      ...say(
        'CAPA',
        'LANG',
        'LIST',
        'USER ${alice.user}',
        'PASS ${alice.password}',
        'CAPA',
        'STAT',
        'LIST',
        'LIST 1',
        'UIDL',
        'UIDL 1',
      ),
      ...say(
        'RETR 1',
        'TOP 1 0',
        'TOP 1 1',
        'RETR 1',
        'NOOP',
        'USER ${alice.user}',
        'RETR 9',
        'DELE 2',
        'STAT',
        'LIST',
        'UIDL',
        'RETR 1',
      ),
      // The maildrop is in use, which a server with response codes says by one.
      'C2: CAPA\nS2: +OK',
      ...['USER ${alice.user}', 'PASS ${alice.password}'].map((line) => `C2: ${line}\nS2: +OK/-ERR`),
      ...say('RETR 2', 'RSET', 'LIST', 'STAT', 'UIDL 2', 'QUIT'),
    ],
  },
  {
    start: { spoken: 'pop3', state: 'before login' },
    dialogues: [
      'C: CAPA\nS: +OK\nS* SASL ${*}\n\nC: AUTH PLAIN\nS: +\nC: ${base64(NUL, alice.user, NUL, alice.password)}\nS: +OK/-ERR\n\nC: QUIT\nS: +OK',
    ],
  },
];
