/** The time of the bundled server, which is moved on while a scenario waits for what it does by itself. */

interface Queue {
  queue(): { recipients: readonly { state: string; due: number | undefined }[] }[];
}

/** Looks: not only a time, since on a loaded machine both sides get slower. */
const SILENCE = 100;
/** Milliseconds: no scenario's host is silent for longer and then goes on. */
const QUIET = 600;
/** Milliseconds: no reply has more (RFC 5321 §4.5.3.2.6). */
const LONGEST_WAIT = 600_000;
/** So often in a row is nobody given up after that: nothing more comes of it, however much time passes. */
const STUCK = 6;

export class EmbeddedTime {
  /** How often it was seen to be busy, one look after the other. */
  private busy = 0;
  /** When it was seen so first. */
  private busySince = 0;
  /** How often in a row so much time has passed for a host that said nothing. */
  private silences = 0;

  constructor(
    private readonly server: Queue,
    private readonly clock: { now(): number; advance(milliseconds: number): void } | undefined,
  ) {}

  /** Moves it on; not where it is that of the machine. */
  pass(milliseconds: number): void {
    this.clock?.advance(milliseconds);
  }

  /** Moves it on to where the queue has something to do next. */
  bringForward(): 'brought' | 'busy' | 'nothing' {
    const { clock } = this;
    const waiting = this.server
      .queue()
      .flatMap(({ recipients }) => recipients.filter(({ state }) => state === 'waiting'));
    if (!clock || waiting.length === 0) {
      this.busy = 0;
      this.silences = 0;
      return 'nothing';
    }
    const next = Math.min(...waiting.map(({ due }) => due ?? 0));
    // What is due is being tried. A host that has said nothing for so many looks says nothing more: time passes until the server gives it up.
    const isTried = next <= clock.now();
    if (isTried && !this.isSilent()) return 'busy';
    this.busy = 0;
    this.silences = isTried ? this.silences + 1 : 0;
    if (this.silences > STUCK) return 'nothing';
    clock.advance(isTried ? LONGEST_WAIT : next - clock.now());
    return 'brought';
  }

  /** Whether one look more finds nothing but what was found for long enough. */
  private isSilent(): boolean {
    if (this.busy++ === 0) this.busySince = performance.now();
    return this.busy >= SILENCE && performance.now() - this.busySince >= QUIET;
  }
}
