/** Which requirements a class has missed most. */
import type { Grade } from './grade';

export interface Missed {
  stage: string;
  cites: string;
  says: string;
  broken: number;
  unreached: number;
}

/** By those who got as far: where it was not reached, something else was missed. */
export function missedMost(marked: readonly Grade[]): Missed[] {
  const found = new Map<string, Missed>();
  for (const { stages } of marked) {
    for (const stage of stages) {
      for (const { requirement, cites, says, status } of stage.marks) {
        if (status === 'met') continue;
        const key = `${stage.id} ${requirement}`;
        const row = found.get(key) ?? { stage: stage.id, cites, says, broken: 0, unreached: 0 };
        if (status === 'not-reached') row.unreached++;
        else row.broken++;
        found.set(key, row);
      }
    }
  }
  return [...found.values()].sort((a, b) => b.broken - a.broken || b.unreached - a.unreached);
}
