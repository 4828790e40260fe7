/** Which mistakes are switched on. */

import type { Defect } from './defect';

export class Defects {
  private readonly active: readonly string[];

  /** Throws when a name is on none of the lists. */
  constructor(names: readonly string[], known: ReadonlyArray<readonly Defect[]>) {
    const all = new Set(known.flat().map((defect) => defect.name));
    for (const name of names) if (!all.has(name)) throw new Error(`there is no defect ${name}`);
    this.active = [...new Set(names)];
  }

  on(name: string): boolean {
    return this.active.includes(name);
  }

  /** The hooks of those on this list that are switched on, in the order in which they were named. */
  hooks<Hook>(list: ReadonlyArray<Defect<Hook>>): Hook[] {
    return this.active.flatMap((name) => list.find((defect) => defect.name === name)?.hook ?? []);
  }
}
