import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Octets that may come and go: caches that fill, code that is compiled. */
const LEEWAY = 16 * 1024 * 1024;

/** Octets that are still held when all garbage is gone. */
function held(): number {
  collect();
  collect();
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** Sees whether memory grows: what is held half way through, when all that is kept once is kept, against what is held at the end. */
export class Memory {
  private before = 0;

  halfWay(): void {
    this.before = held();
  }

  /** @throws Error where more than the leeway has come since half way. */
  end(): void {
    const grown = held() - this.before;
    if (grown > LEEWAY) throw new Error(`memory grew by ${grown} octets in the second half of the inputs`);
  }
}
