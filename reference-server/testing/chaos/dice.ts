/** Chance that a seed replays: what is thrown for a name is the same every time, in whatever order the names come. */

import { createHash } from 'node:crypto';

export class Dice {
  constructor(private readonly seed: number) {}

  /** From 0 to 1, without 1. */
  throwFor(...name: Array<string | number>): number {
    const octets = createHash('sha256')
      .update([this.seed, ...name].join(' '))
      .digest();
    return octets.readUInt32BE() / 2 ** 32;
  }
}
