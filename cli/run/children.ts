/** How many children play at once when the user does not say. */
import { availableParallelism } from 'node:os';
import { workOf } from '../../support/run/costs';

/** Milliseconds: a child that takes over less than this takes longer to start. */
const WORTH_A_CHILD = 1500;

/**
 * The bundled server is played by one more than there are processors: while one waits for what must not come, or for the server to lose its
 * patience, another has its turn; and by fewer where it is played for a moment. Another server has processes of its own, and what it takes
 * is not known.
 * @param selected what is played, by feature file
 */
export function childrenFor(selected: readonly { uri: string }[], server: { bundled: boolean }): number {
  if (!server.bundled) return availableParallelism();
  const most = availableParallelism() + 1;
  return Math.max(1, Math.min(most, Math.floor(workOf(selected) / WORTH_A_CHILD)));
}
