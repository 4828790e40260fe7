/** How the suite parts from a server where nobody judges how it is done. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from './connection';

/** Milliseconds that a server gets to end the session in its own way. */
const PATIENCE = 500;

/** Says QUIT or LOGOUT and lets go when the server has closed or its time is over: until then it may hold a maildrop, or keep flags to itself. */
export async function sayGoodbye(connection: Connection, line: string): Promise<void> {
  connection.write(Buffer.from(`${line}\r\n`, 'latin1'));
  await endWithin(connection, PATIENCE);
  connection.destroy();
}

/** Waits for the server to close, no longer than so many milliseconds: what it still sends earns it no time here. */
export async function endWithin(connection: Connection, patience: number): Promise<void> {
  const over = new AbortController();
  await Promise.race([
    connection.waitForEnd(patience).catch(() => undefined),
    wait(patience, undefined, { signal: over.signal }).catch(() => undefined),
  ]);
  over.abort();
}
