/** How long something is waited for, while the target's own time passes. */
import type { Target } from '../targets/target';

/** So often is a target's time brought forward in one wait: to the end of five days with a retry every hour. */
const MOST = 150;

export class PassingTime {
  private end: number;
  private brought = 0;

  /** @param patience milliseconds */
  constructor(
    private readonly target: Pick<Target, 'timing' | 'bringForward'>,
    patience: number,
  ) {
    this.end = performance.now() + patience;
  }

  /** Milliseconds until patience is over. */
  get left(): number {
    return this.end - performance.now();
  }

  /** Where the target's time can be moved, a retry costs nothing of ours. @returns whether there is nothing that it would bring */
  async pass(): Promise<'nothing' | 'something'> {
    if (this.brought === MOST) return 'nothing';
    const came = await this.target.bringForward();
    if (came !== 'brought') return came === 'busy' ? 'something' : 'nothing';
    this.brought++;
    this.end = performance.now() + this.target.timing.delivery;
    return 'something';
  }
}
