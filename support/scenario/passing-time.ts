/** How long something is waited for, while the target's own time passes. */
import type { Target } from '../targets/target';

/** So often is a target's time brought forward in one wait: to the end of five days with a retry every hour. */
const MOST = 150;

/** So many looks may find the target busy: it has something to say, or somebody keeps it waiting. */
const BUSY = 3000;

export type TargetTime = Pick<Target, 'timing' | 'bringForward'>;

export class PassingTime {
  private end: number;
  private brought = 0;
  private busy = 0;

  /** @param patience milliseconds */
  constructor(
    private readonly target: TargetTime,
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
    if (this.brought === MOST || this.busy === BUSY) return 'nothing';
    const came = await this.target.bringForward();
    if (came === 'nothing') return came;
    if (came === 'busy') this.busy++;
    else this.brought++;
    this.end = performance.now() + this.target.timing.delivery;
    return 'something';
  }
}
