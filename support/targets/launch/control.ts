/** The word by which a child asks the parent to restart the target: a line each way over a socket that only we can open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetError } from '../../outcome';

export interface Control {
  /** Where to connect. */
  path: string;
  close(): Promise<void>;
}

/** Listens for the word and restarts; requests that come together are served one after the other. */
export async function listenForRestarts(restart: () => Promise<void>): Promise<Control> {
  const directory = mkdtempSync(join(tmpdir(), 'mailspec-control-'));
  const path = join(directory, 'socket');
  let queue = Promise.resolve('');
  const server = createServer((socket) => {
    socket.on('error', () => undefined).resume();
    queue = queue.then(() =>
      restart().then(
        () => 'restarted',
        (error: Error) => `failed ${error.message}`,
      ),
    );
    void queue.then((answer) => socket.end(answer));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return {
    path,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Resolves when the target is up again. @throws TargetError `restart-failed` */
export async function requestRestart(path: string): Promise<void> {
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    connect(path)
      .setEncoding('utf8')
      .on('data', (chunk: string) => {
        text += chunk;
      })
      .on('error', (error) => resolve(`failed ${error.message}`))
      .on('close', () => resolve(text));
  });
  if (answer !== 'restarted') throw new TargetError('restart-failed', answer.replace(/^failed /, '') || 'no answer');
}
