/** Contestants in turn, several rounds, so that they share whatever the machine does meanwhile; ratios are taken round by round. */
export interface Contestant {
  name: string;
  /** How often a second. */
  round(): Promise<number>;
}

export interface Standing {
  name: string;
  median: number;
  lowest: number;
  highest: number;
  /** Ratios of the first contestant's figure to this one's, in the same round. */
  ours: { median: number; lowest: number; highest: number };
}

/** @returns standings in the given order; the first is ours. */
export async function contest(contestants: readonly Contestant[], rounds: number): Promise<Standing[]> {
  const figures = contestants.map((): number[] => []);
  for (const { round } of contestants) await round();
  for (let n = 0; n < rounds; n++) {
    for (const [index, { round }] of contestants.entries()) figures[index]!.push(await round());
  }
  return standings(
    contestants.map(({ name }) => name),
    figures,
  );
}

/** @param figures each contestant's, a round each */
export function standings(names: readonly string[], figures: readonly (readonly number[])[]): Standing[] {
  const [first = []] = figures;
  return names.map((name, index) => {
    const own = figures[index]!;
    return { name, ...spread(own), ours: spread(own.map((figure, round) => first[round]! / figure)) };
  });
}

/** A table for people. */
export function table(title: string, standings: readonly Standing[], unit = '/s'): string {
  const width = Math.max(...standings.map(({ name }) => name.length));
  const rows = standings.map(({ name, median, lowest, highest, ours }) => {
    const figures = `${show(median)} ${unit}  (${show(lowest)} to ${show(highest)})`;
    const times = `ours is ${ours.median.toFixed(2)} times it (${ours.lowest.toFixed(2)} to ${ours.highest.toFixed(2)})`;
    return `  ${name.padEnd(width)}  ${figures}  ${times}`;
  });
  return [title, ...rows].join('\n');
}

function spread(numbers: readonly number[]): { median: number; lowest: number; highest: number } {
  return { median: median(numbers), lowest: Math.min(...numbers), highest: Math.max(...numbers) };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function show(figure: number): string {
  return figure.toFixed(figure >= 100 ? 0 : figure >= 10 ? 1 : 2).padStart(8);
}
