/** Hands one message in: whether the server said that it has it. Whatever else happens is no yes (RFC 5321 §4.1.1.4). */

import { connect } from 'node:net';

export function submit(port: number, name: string, domain: string): Promise<boolean> {
  const steps = [
    'EHLO client.test',
    `MAIL FROM:<chaos@example.test>`,
    `RCPT TO:<${name}@${domain}>`,
    'DATA',
    `Subject: ${name}\r\n\r\nText of ${name}.\r\n.`,
  ];
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    let input = '';
    let next = 0;
    socket.on('error', () => end(false)).on('close', () => end(false));
    socket.setEncoding('latin1').on('data', (text: string) => {
      input += text;
      for (let at = input.indexOf('\r\n'); at >= 0; at = input.indexOf('\r\n')) {
        const line = input.slice(0, at);
        input = input.slice(at + 2);
        if (line[3] === '-') continue;
        if (!/^[23]/.test(line)) return end(false);
        if (next === steps.length) return end(true);
        socket.write(`${steps[next++]}\r\n`);
      }
    });
  });
}
