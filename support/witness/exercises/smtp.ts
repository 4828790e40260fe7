/** What SMTP's and LMTP's rules are about. Any answer will do. */
import type { Exercise } from './exercise';

const say = (...lines: string[]) => lines.map((line) => `C: ${line}\nS: xxx`);

const CONTENT = ['C: From: <${sender}>', 'C: Subject: exercise ${id}', 'C:', 'C: A line.', 'C: .'].join('\n');
const OPEN = say('MAIL FROM:<${sender}>', 'RCPT TO:<${alice}>');
const LOGIN = '${base64(NUL, alice.user, NUL, alice.password)}';

export const SMTP_EXERCISE: readonly Exercise[] = [
  {
    start: { spoken: 'smtp', state: 'greeted' },
    dialogues: [
      ...say('HELO ${helo}', 'EHLO ${helo}', 'NOOP', 'RSET', 'VRFY ${alice}', 'HELP', 'RCPT TO:<${alice}>'),
      ...OPEN,
      `C: DATA\nS: 354\n${CONTENT}\nS: xxx`,
      ...OPEN,
      ...say('RSET', 'QUIT'),
    ],
  },
  {
    start: { spoken: 'smtp', state: 'after EHLO' },
    dialogues: ['C: STARTTLS\nS: 220\nC: ${starttls}', ...say('EHLO ${helo}', 'NOOP', 'QUIT')],
  },
  {
    start: { spoken: 'submission', state: 'before login' },
    dialogues: [
      `C: AUTH PLAIN\nS: 334\nC: ${LOGIN}\nS: xxx`,
      ...say(`AUTH PLAIN ${LOGIN}`, 'MAIL FROM:<${alice}>', 'RCPT TO:<${alice}>', 'RSET', 'QUIT'),
    ],
  },
];

export const LMTP_EXERCISE: readonly Exercise[] = [
  {
    start: { spoken: 'lmtp', state: 'greeted' },
    dialogues: [
      ...say('EHLO ${helo}', 'LHLO ${helo}', 'NOOP', 'RSET', 'VRFY ${alice}'),
      ...OPEN,
      ...say('RCPT TO:<${bob}>'),
      `C: DATA\nS: 354\n${CONTENT}\nS: xxx\nS: xxx`,
      ...say('QUIT'),
    ],
  },
];
