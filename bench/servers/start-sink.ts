/** The sink in a process of its own: see sink.ts. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stop } from './child';

export interface Sink {
  port: number;
  /** Forgets how many there were; resolves when so many more have arrived. */
  expect(messages: number): Promise<{ connections: number }>;
  stop(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const child = fork(join(__dirname, 'sink'), { execArgv: process.execArgv });
  const [{ main: port }] = (await once(child, 'message')) as [{ main: number }];
  return {
    port,
    expect: async (messages) => {
      child.send(messages);
      const [seen] = (await once(child, 'message')) as [{ connections: number }];
      return seen;
    },
    stop: () => stop(child),
  };
}
