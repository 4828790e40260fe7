/** How many children play at once when the user does not say. */
import { availableParallelism } from 'node:os';

/** As many as there are processors: scenarios mostly wait, but the bundled server runs beside them. */
export function defaultChildren(): number {
  return Math.max(1, availableParallelism());
}
