/** Faults on cue: rules that a test adds, each with what it answers instead of the truth and how often. */

import type { Protocol } from '../services';

/** A fault on cue: what a command is answered with instead of the truth, and how often. */
export interface FaultRule {
  protocol: Protocol;
  /** The verb as it is registered, upper case: `RCPT`, `RETR`, `UID FETCH`; `*` for any; `GREETING`, and `END` for the end of data. */
  command: string;
  /** Only when the argument contains this text. */
  condition?: string;
  /**
   * The reply, e.g. `451 4.3.0 Try again later`, perhaps of several lines, parted by line feeds; in IMAP without the tag of its last line.
   */
  reply?: string;
  /** Milliseconds to wait first, on the server's clock. */
  delay?: number;
  /** Close the connection instead of answering. */
  drop?: boolean;
  /** Send only so many octets of the answer, then close. */
  truncate?: number;
  /** How many times; without it, always. */
  times?: number;
}

export class Faults {
  private readonly rules: Array<{ rule: FaultRule; left: number }> = [];

  constructor(rules: readonly FaultRule[] = []) {
    for (const rule of rules) this.add(rule);
  }

  /** Whether there is no rule at all. */
  get none(): boolean {
    return this.rules.length === 0;
  }

  /** Adds a rule after those that are there; returns what removes it. */
  add(rule: FaultRule): () => void {
    const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
    this.rules.push(entry);
    return () => this.remove(entry);
  }

  /** The first rule that fits this command, which is used up by one; undefined when there is none. */
  take(protocol: FaultRule['protocol'], command: string, argument: string): FaultRule | undefined {
    for (const entry of this.rules) {
      const { rule } = entry;
      if (rule.protocol !== protocol || (rule.command !== command && rule.command !== '*')) continue;
      if (rule.condition !== undefined && !argument.includes(rule.condition)) continue;
      entry.left--;
      if (entry.left <= 0) this.remove(entry);
      return rule;
    }
    return undefined;
  }

  private remove(entry: { rule: FaultRule; left: number }): void {
    const index = this.rules.indexOf(entry);
    if (index >= 0) this.rules.splice(index, 1);
  }
}
