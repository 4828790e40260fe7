import { once } from 'node:events';
import { connect } from 'node:net';

/** Says all of this at once and gives everything that is answered until the server hangs up. */
export async function talk(port: number, ...lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(lines.map((line) => `${line}\r\n`).join(''));
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}
