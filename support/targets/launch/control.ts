/** What a child asks of the parent, who launched the target: a line of JSON each way over a socket that only we can open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetError } from '../../outcome';
import type { Vital } from '../vital';
import { type Ending, type Patient, Revival } from './revival';

export interface Control {
  /** Where to connect. */
  path: string;
  close(): Promise<void>;
}

type Request = { wants: 'restart'; ending?: Ending } | { wants: 'revival'; since: number };
type Answer = { vital?: Vital; failed?: string };

/** Listens for requests; those that come together are served one after the other. */
export async function listenForRequests(patient: Patient): Promise<Control> {
  const directory = mkdtempSync(join(tmpdir(), 'mailspec-control-'));
  const path = join(directory, 'socket');
  const revival = new Revival(patient);
  let queue: Promise<unknown> = Promise.resolve();
  const serve = async (request: Request): Promise<Answer> => {
    if (request.wants === 'revival') return { vital: await revival.ask(request.since) };
    await patient.restart(request.ending);
    return {};
  };
  const server = createServer((socket) => {
    void firstLine(socket).then((line) => {
      const turn = queue.then(() => serve(JSON.parse(line) as Request));
      queue = turn.catch(() => undefined);
      const answer = turn.catch((error: Error): Answer => ({ failed: error.message }));
      void answer.then((text) => socket.end(`${JSON.stringify(text)}\n`));
    });
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
export async function requestRestart(path: string, ending: Ending = 'asked'): Promise<void> {
  await request(path, { wants: 'restart', ending });
}

/** What became of the target since then, in milliseconds since 1970; a dead one is brought back. @throws TargetError `restart-failed` */
export async function requestRevival(path: string, since: number): Promise<Vital> {
  const { vital } = await request(path, { wants: 'revival', since });
  return vital ?? { state: 'alive' };
}

async function request(path: string, what: Request): Promise<Answer> {
  const socket = connect(path);
  socket.write(`${JSON.stringify(what)}\n`);
  const line = await firstLine(socket);
  const answer = line === '' ? { failed: 'no answer' } : (JSON.parse(line) as Answer);
  if (answer.failed !== undefined) throw new TargetError('restart-failed', answer.failed);
  return answer;
}

/** The first line that comes; what has come when the other side ends or fails. */
function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const done = () => resolve(text.split('\n', 1)[0]!);
    socket
      .setEncoding('utf8')
      .on('data', (chunk: string) => {
        text += chunk;
        if (text.includes('\n')) done();
      })
      .on('error', done)
      .on('close', done);
  });
}
