/** How the suite parts from a server where nobody judges how it is done. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from './connection';

/** Milliseconds that a server gets to answer QUIT or LOGOUT, or to close. */
const PATIENCE = 500;

/** A whole line that is no untagged response of IMAP: the answer, whatever it says. */
const ANSWER = /(?:^|\n)(?!\* )[^\n]+\n/;
const LONGEST = 4096;

/**
 * Says QUIT or LOGOUT and lets go when it is answered, the server has closed, or its time is over: until then it may hold a maildrop, or
 * keep flags to itself.
 */
export async function sayGoodbye(connection: Connection, line: string): Promise<void> {
  connection.write(Buffer.from(`${line}\r\n`, 'latin1'));
  const end = performance.now() + PATIENCE;
  for (;;) {
    const { unread, ended } = connection;
    const rest = end - performance.now();
    if (ended !== undefined || rest <= 0 || ANSWER.test(unread.toString('latin1', 0, LONGEST))) break;
    if (!(await connection.waitForMore(unread.length, rest))) break;
  }
  connection.destroy();
}

/** Waits for the server to close, no longer than so many milliseconds: what it still sends earns it no time here. */
export async function endWithin(connection: Connection, patience = PATIENCE): Promise<void> {
  const over = new AbortController();
  await Promise.race([
    connection.waitForEnd(patience).catch(() => undefined),
    wait(patience, undefined, { signal: over.signal }).catch(() => undefined),
  ]);
  over.abort();
}
