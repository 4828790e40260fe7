/**
 * A mail server that takes every message and forgets it, as fast as it comes: where relays hand their messages to. The parent is told each
 * time that one more of the numbers that it sent has been reached.
 */
import { createServer, type Socket } from 'node:net';

const OFFERS = '250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE 0\r\n';
const END = Buffer.from('\r\n.\r\n');

let taken = 0;
let wanted = Number.POSITIVE_INFINITY;
const seen = { connections: 0 };

const server = createServer({ noDelay: true }, serve);
server.listen(0, '127.0.0.1', () => process.send!({ main: (server.address() as { port: number }).port }));
process.on('message', (more: number) => {
  taken = 0;
  seen.connections = 0;
  wanted = more;
});

function serve(socket: Socket): void {
  seen.connections++;
  let rest: Buffer = Buffer.alloc(0);
  let inData = false;
  socket.on('error', () => {});
  socket.write('220 sink.test ESMTP\r\n');
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let answers = '';
    for (;;) {
      const end = rest.indexOf(inData ? END : '\r\n');
      if (end < 0) break;
      if (inData) {
        rest = rest.subarray(end + END.length);
        inData = false;
        answers += '250 2.0.0 taken\r\n';
        take();
        continue;
      }
      const verb = rest.toString('latin1', 0, Math.min(end, 4)).toUpperCase();
      inData = verb === 'DATA';
      rest = rest.subarray(end + 2);
      answers += answerTo(verb);
      if (verb === 'QUIT') {
        socket.end(answers);
        return;
      }
    }
    if (answers !== '') socket.write(answers);
  });
}

function answerTo(verb: string): string {
  if (verb === 'EHLO') return OFFERS;
  if (verb === 'DATA') return '354 go on\r\n';
  return verb === 'QUIT' ? '221 2.0.0 bye\r\n' : '250 2.0.0 ok\r\n';
}

function take(): void {
  taken++;
  if (taken === wanted) process.send!({ connections: seen.connections });
}
