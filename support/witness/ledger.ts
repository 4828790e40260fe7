/** What one scenario's sessions showed of the rules: which of them had something to be held against, and which were broken. */
import { showBytes } from '../dialogue/diff';
import { excerpt } from '../wire/escape';
import type { Rule } from './rules';

/** A rule that was broken, as the messages tell it. */
export interface Broken {
  rule: Rule;
  /** In this scenario. */
  times: number;
  /** Of the first time; one line. */
  reason: string;
  /** The octets with a caret. */
  detail: string;
}

/** What is attached to the message stream (CONTRIBUTING.md). */
export interface Testimony {
  /** Rules that had something to be held against. */
  applied: Rule[];
  broken: Broken[];
}

const NOTHING = Buffer.alloc(0);

export class Ledger {
  readonly applied = new Set<Rule>();
  private readonly found = new Map<Rule, Broken>();
  private octets: Buffer = NOTHING;
  private asked: Buffer | undefined;

  /** @param mask hides what is secret */
  constructor(private readonly mask: (text: string) => string = (text) => text) {}

  /** What is looked at from here on, and what it answers, where that is known. */
  turnTo(octets: Buffer, asked?: Buffer): void {
    this.octets = octets;
    this.asked = asked;
  }

  /**
   * Holds what is looked at against a rule.
   * @param at where the octet stands that breaks it
   * @returns whether it holds
   */
  check(rule: Rule, holds: boolean, why: string, at = 0): boolean {
    this.applied.add(rule);
    if (!holds) this.breaks(rule, why, at);
    return holds;
  }

  get broken(): Broken[] {
    return [...this.found.values()];
  }

  private breaks(rule: Rule, why: string, at: number): void {
    const known = this.found.get(rule);
    if (known !== undefined) {
      known.times++;
      return;
    }
    const asked = this.asked === undefined ? [] : [`asked: ${excerpt(this.asked, 200)}`];
    const detail = [...asked, showBytes('came:  ', this.octets, Math.min(at, this.octets.length))].join('\n');
    this.found.set(rule, { rule, times: 1, reason: this.mask(why), detail: this.mask(detail) });
  }
}
