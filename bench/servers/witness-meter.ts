/**
 * Loaded before everything else into each process of a run (NODE_OPTIONS): writes, as the process ends, how much processor time of its own the
 * witness took there, into the folder that WITNESS_METER names. A process that judges nothing writes nothing of the witness's.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Witness } from '../../support/witness/witness';

/** Processor time in microseconds. */
export interface Metered {
  witness: number;
  process: number;
}

const folder = process.env.WITNESS_METER;
if (folder !== undefined) {
  const judge = Witness.prototype.judge;
  let witness = 0;
  Witness.prototype.judge = function (...given) {
    const before = taken();
    try {
      return judge.apply(this, given);
    } finally {
      witness += taken() - before;
    }
  };
  process.on('exit', () => {
    const metered: Metered = { witness, process: taken() };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(metered));
  });
}

function taken(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
