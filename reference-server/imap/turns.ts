/** Milliseconds of one session's work after which the others have their turn. */
const TURN = 40;

/** Parts long work over many messages: who does it asks before each message whether others are due, and lets them pass. */
export class Turns {
  private left: number;
  private end = performance.now() + TURN;

  /** @param stride messages between two looks at the clock: few where one may cost much */
  constructor(private readonly stride: number) {
    this.left = stride;
  }

  get due(): boolean {
    if (--this.left > 0) return false;
    this.left = this.stride;
    return performance.now() >= this.end;
  }

  async pass(): Promise<void> {
    await new Promise(setImmediate);
    this.end = performance.now() + TURN;
  }
}
