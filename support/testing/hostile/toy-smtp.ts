import type { Socket } from 'node:net';

export const GREETING = '220 toy.example.test ready\r\n';

/** What a toy server answers to a verb; `DATA`'s end is `.`. */
const ANSWERS: Record<string, string> = {
  EHLO: '250-toy.example.test\r\n250 PIPELINING\r\n',
  HELO: '250 toy.example.test\r\n',
  MAIL: '250 sender\r\n',
  RCPT: '250 recipient\r\n',
  DATA: '354 go on\r\n',
  '.': '250 taken\r\n',
  NOOP: '250 nothing\r\n',
  RSET: '250 forgotten\r\n',
  QUIT: '221 bye\r\n',
};

/** Talks SMTP well enough for a client that makes no mistakes; keeps no mail. */
export function talkSmtp(socket: Socket, answers: Record<string, string> = ANSWERS): void {
  let waiting = '';
  let inData = false;
  socket.write(GREETING);
  socket.on('data', (chunk) => {
    const lines = (waiting + chunk.toString('latin1')).split('\r\n');
    waiting = lines.pop()!;
    for (const line of lines) {
      const verb = inData ? line : line.split(' ')[0]!.toUpperCase();
      if (inData && line !== '.') continue;
      inData = verb === 'DATA';
      socket.write(answers[verb] ?? ANSWERS[verb] ?? '500 not known\r\n');
      if (verb === 'QUIT') socket.end();
    }
  });
  socket.on('end', () => socket.end());
}
