/** How many children play at once when the user does not say. */
import { availableParallelism } from 'node:os';
import { costOf } from '../../support/run/costs';

/** Milliseconds: a child that takes over less than this takes longer to start. */
const WORTH_A_CHILD = 1500;

/**
 * One more than there are processors: while one waits for what must not come, or for a server to lose its patience, another has its turn. Fewer
 * where the bundled server is played for a moment; how long another server takes is not known.
 * @param selected what is played, by feature file
 */
export function childrenFor(selected: readonly { uri: string }[], server: { bundled: boolean }): number {
  const most = availableParallelism() + 1;
  if (!server.bundled) return most;
  const work = selected.reduce((sum, { uri }) => sum + costOf(uri), 0);
  return Math.max(1, Math.min(most, Math.floor(work / WORTH_A_CHILD)));
}
