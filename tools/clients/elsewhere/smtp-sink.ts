import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { toCrlf } from '../judge';
import type { Exchanger } from './exchanger';

export const smtpSink: Exchanger = {
  name: "Postfix's smtp-sink",
  programs: ['smtp-sink'],
  tls: false,
  async open({ host, port, recipient, folder }) {
    const dump = join(folder, 'sink');
    mkdirSync(dump);
    // It will not write as root.
    chmodSync(folder, 0o755);
    chmodSync(dump, 0o777);
    const root = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    const sink = spawn('smtp-sink', [...root, '-d', `${dump}/mail.`, `inet:${host}:${port}`, '100']);
    const ended = once(sink, 'exit');
    await listening(host, port);
    return {
      received: () =>
        readdirSync(dump)
          .map((name) => toCrlf(readFileSync(join(dump, name))))
          .filter((written) => written.includes(`X-Rcpt-Args: <${recipient}>`))
          .map((written) => ({ message: withoutOwn(written), secure: false })),
      async close() {
        sink.kill();
        await ended;
      },
    };
  },
};

/** It puts fields of its own on top, and a line that is empty at the end. */
function withoutOwn(written: Buffer): Buffer {
  const [own] = /^(?:X-[A-Za-z-]+: .*\r\n)+Received: .*\r\n(?:[ \t].*\r\n)*/.exec(written.toString('latin1'))!;
  return written.subarray(own.length, -'\r\n'.length);
}

async function listening(host: string, port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const socket = connect(port, host);
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await setTimeout(50);
  }
  throw new Error(`smtp-sink does not listen on ${host}:${port}`);
}
