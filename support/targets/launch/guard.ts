/** What is started must not outlive the suite, not even where the suite itself is killed and can do nothing any more (SIGKILL, out of memory). */
import { spawn } from 'node:child_process';

/** Seconds from the polite signal to SIGKILL. */
const PATIENCE = 5;

/** Waits for a word; where the pipe closes without one, whoever held it is gone: ends the process group that it was given. */
const WATCH = `read -r word || { kill -s TERM -- "-$1" && sleep ${PATIENCE} && kill -s KILL -- "-$1"; } 2>/dev/null`;

/**
 * Has a process of its own watch this one.
 * @param leader the process group that is ended when this process is gone.
 * @returns what ends the watch.
 */
export function guard(leader: number): () => void {
  // A group of its own: Ctrl-C in a terminal is for the suite, which then ends what it started by itself.
  const watch = spawn('/bin/sh', ['-c', WATCH, 'guard', String(leader)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.on('error', () => undefined);
  watch.stdin.on('error', () => undefined);
  watch.unref();
  return () => watch.stdin.end('done\n');
}
