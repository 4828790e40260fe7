/** npm's smtp-server, which takes a message and forgets it; with the argument `keep` it keeps the octets, as ours does. */
import { SMTPServer } from 'smtp-server';

const keeps = process.argv[2] === 'keep';
const kept: Buffer[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, callback) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      if (keeps) chunks.push(chunk);
    });
    stream.on('end', () => {
      if (keeps) kept.push(Buffer.concat(chunks));
      callback();
    });
  },
});
server.listen(0, '127.0.0.1', () => process.send!({ main: (server.server.address() as { port: number }).port }));
