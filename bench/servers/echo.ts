/** A server that answers every line with a line: the least that a line protocol can cost in Node. */
import { createServer } from 'node:net';

const server = createServer({ noDelay: true }, (socket) => {
  let rest = '';
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop()!;
    if (lines.length > 0) socket.write(lines.map(() => '250 ok\r\n').join(''));
  });
});
server.listen(0, '127.0.0.1', () => process.send!({ main: (server.address() as { port: number }).port }));
