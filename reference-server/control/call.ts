/** The caller's end of the control socket: the queue of a server that runs in another process. */

import { createConnection } from 'node:net';
import type { Hastened, QueueDesk, QueuePage, Removed } from '../queue/desk';
import { ControlError } from './errors';
import { byShortPath } from './place';
import type { Answer, Request } from './requests';

/** Milliseconds that an answer may take: a queue may be long. */
const PATIENCE = 60_000;

const NOBODY: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);
const DENIED: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM']);

export class CalledDesk implements QueueDesk {
  constructor(private readonly place: string) {}

  /** Whether somebody listens. @throws ControlError */
  async isThere(): Promise<boolean> {
    return (await byShortPath(this.place, (path) => exchange(path, ''))) !== undefined;
  }

  async list(after: number): Promise<QueuePage> {
    return (await this.call({ do: 'list', with: after })) as QueuePage;
  }

  async why(id: string): Promise<Omit<QueuePage, 'next'> | undefined> {
    return (await this.call({ do: 'why', with: id })) as Omit<QueuePage, 'next'> | undefined;
  }

  async retry(what?: string): Promise<Hastened | undefined> {
    return (await this.call({ do: 'retry', with: what })) as Hastened | undefined;
  }

  async remove(id: string): Promise<Removed | undefined> {
    return (await this.call({ do: 'remove', with: id })) as Removed | undefined;
  }

  private async call(request: Request): Promise<unknown> {
    const said = await byShortPath(this.place, (path) => exchange(path, `${JSON.stringify(request)}\n`));
    if (!said?.endsWith('\n'))
      throw new ControlError('failed', 'the server gave no whole answer: look at the list, then do it again');
    const answer = JSON.parse(said) as Answer;
    if ('error' in answer) throw new ControlError('failed', `the server could not do it: ${answer.error}`);
    return answer.value;
  }
}

/** All that is answered; undefined where nobody listens. @throws ControlError */
function exchange(path: string, line: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: string[] = [];
    let connected = false;
    const socket = createConnection(path, () => {
      connected = true;
      if (line === '') socket.end();
      else socket.write(line);
    });
    socket.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Broken off: there is no whole answer.
      if (connected) return;
      if (NOBODY.has(error.code)) resolve(undefined);
      else if (DENIED.has(error.code))
        reject(new ControlError('denied', `the server's control socket is another user's: do it as that user`, error));
      else reject(new ControlError('unreachable', `the running server cannot be spoken to: ${error.message}`, error));
    });
    socket.on('close', () => resolve(chunks.join('')));
  });
}
