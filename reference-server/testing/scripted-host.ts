/** Somebody else's server that answers as a test wants it to. */

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What is answered to a command; `.` is the end of the content. Undefined: nothing. `close`: the connection is closed, behind `221 bye, close` too. */
export type Script = (line: string) => string | undefined;

export interface ScriptedHost {
  readonly port: number;
  /** Every line that came, `>` for each connection; content lines too. */
  readonly lines: string[];
  close(): void;
}

/** What a server says that takes everything. */
export function kind(line: string): string {
  if (line === 'GREETING') return '220 mx.other.test';
  if (line.startsWith('EHLO')) return '250-mx.other.test\r\n250-SIZE\r\n250 8BITMIME';
  if (line === 'DATA') return '354 go';
  if (line === 'QUIT') return '221 bye';
  return '250 2.0.0 ok';
}

/** A kind one, but for what these prefixes of commands are answered. */
export function kindBut(answers: Readonly<Record<string, string | undefined>>): Script {
  return (line) => {
    const prefix = Object.keys(answers).find((start) => line.startsWith(start));
    return prefix === undefined ? kind(line) : answers[prefix];
  };
}

export async function scriptedHost(script: Script, address = '127.0.0.1', port = 0): Promise<ScriptedHost> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    lines.push('>');
    socket.on('error', () => {});
    serve(socket, script, lines);
  });
  server.listen(port, address);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function serve(socket: Socket, script: Script, lines: string[]): void {
  let input = '';
  let content = false;
  const answer = (line: string) => {
    const reply = script(line);
    if (reply === 'close') socket.destroy();
    else if (reply?.endsWith(', close')) socket.end(`${reply.slice(0, -7)}\r\n`);
    else if (reply !== undefined) socket.write(`${reply}\r\n`);
    content = line === 'DATA' && /^354/m.test(reply ?? '');
  };
  answer('GREETING');
  socket.setEncoding('latin1').on('data', (data: string) => {
    input += data;
    for (let end = input.indexOf('\r\n'); end >= 0; end = input.indexOf('\r\n')) {
      const line = input.slice(0, end);
      input = input.slice(end + 2);
      lines.push(line);
      if (!content || line === '.') answer(line);
    }
  });
}
