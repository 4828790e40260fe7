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
  /** Median of the ratios to the first contestant, in the same round. */
  ours: number;
}

/** @returns standings in the given order; the first is ours. */
export async function contest(contestants: readonly Contestant[], rounds: number): Promise<Standing[]> {
  const figures = contestants.map((): number[] => []);
  for (const { round } of contestants) await round();
  for (let n = 0; n < rounds; n++) {
    for (const [index, { round }] of contestants.entries()) figures[index]!.push(await round());
  }
  const [first = []] = figures;
  return contestants.map(({ name }, index) => {
    const own = figures[index]!;
    const ratios = own.map((figure, round) => first[round]! / figure);
    return { name, median: median(own), lowest: Math.min(...own), highest: Math.max(...own), ours: median(ratios) };
  });
}

/** A table for people. */
export function table(title: string, standings: readonly Standing[]): string {
  const width = Math.max(...standings.map(({ name }) => name.length));
  const rows = standings.map(
    ({ name, median, lowest, highest, ours }) =>
      `  ${name.padEnd(width)}  ${show(median)} /s  (${show(lowest)} to ${show(highest)})  ours is ${ours.toFixed(2)} times it`,
  );
  return [title, ...rows].join('\n');
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function show(figure: number): string {
  return (figure >= 100 ? figure.toFixed(0) : figure.toFixed(1)).padStart(8);
}
