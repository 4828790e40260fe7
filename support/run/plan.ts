/** Who plays what: the selected scenarios are split by feature file, so that the children's messages never overlap. */
import { workOf } from './costs';
import type { Selectable } from './filter';

export interface Placed extends Selectable {
  uri: string;
  line: number;
}

/** What one child plays. */
export interface Share<T extends Placed = Placed> {
  scenarios: T[];
  /** Feature files for cucumber, with lines where a file is not wanted whole. */
  sources: string[];
  /** The accounts that are its own. */
  accounts?: [from: number, to: number];
}

export interface Plan<T extends Placed = Placed> {
  /** Played at the same time. */
  together: Share<T>[];
  /** Played by one child after all others: these use up failed logins, or restart a server or write to a mailbox that all share. */
  last?: Share<T>;
}

export interface PlanOptions {
  /** The most children at once. */
  children: number;
  /** How many accounts the target has; Infinity when every scenario gets its own. */
  accounts: number;
}

const ALONE = ['@spends-logins'];
/** Where all children share one server, a restart would take it away from the others, and postmaster's mail may come into anybody's inbox. */
const ALONE_WHEN_SHARED = [...ALONE, '@needs-restart', '@to-postmaster'];

/**
 * @param selected what is to be played
 * @param all everything that the feature files hold: a file that is wanted whole is named without lines
 */
export function planOf<T extends Placed>(
  selected: readonly T[],
  all: readonly Placed[],
  options: PlanOptions,
): Plan<T> {
  const sizes = new Map([...byFile(all)].map(([uri, { length }]) => [uri, length]));
  const lonely = Number.isFinite(options.accounts) ? ALONE_WHEN_SHARED : ALONE;
  const alone = selected.filter(({ tags }) => tags.some((tag) => lonely.includes(tag)));
  const others = selected.filter((scenario) => !alone.includes(scenario));
  const each = selected.some(({ tags }) => tags.includes('@needs-accounts-3')) ? 3 : 2;
  const most = Math.max(1, Math.min(options.children, Math.floor(options.accounts / each)));
  const bins = pack(others, most, Number.isFinite(options.accounts));
  const together = bins.map((scenarios, index): Share<T> => {
    const share: Share<T> = { scenarios, sources: sourcesOf(scenarios, sizes) };
    return bins.length > 1 && Number.isFinite(options.accounts)
      ? { ...share, accounts: [index * each, (index + 1) * each] }
      : share;
  });
  return alone.length === 0 ? { together } : { together, last: { scenarios: alone, sources: sourcesOf(alone, sizes) } };
}

/** What is played of the rest of the Internet has one place that a server is led to: where all children share the server, one of them plays it. */
const OUTSIDE = '@needs-outside';

/** What takes longest first, to the child that has least to do; each plays in the order of the specification. */
function pack<T extends Placed>(scenarios: readonly T[], most: number, shared: boolean): T[][] {
  const files = inseparable(scenarios, shared)
    .map((file) => ({ file, cost: workOf(file) }))
    .sort((a, b) => b.cost - a.cost);
  const bins = Array.from({ length: Math.min(most, files.length) }, () => ({ scenarios: [] as T[], cost: 0 }));
  for (const { file, cost } of files) {
    const idlest = bins.reduce((least, bin) => (bin.cost < least.cost ? bin : least));
    idlest.scenarios.push(...file);
    idlest.cost += cost;
  }
  const position = new Map(scenarios.map((scenario, index) => [scenario, index]));
  return bins.map((bin) => bin.scenarios.sort((a, b) => position.get(a)! - position.get(b)!));
}

/** The files; those that must be played by one child are one. */
function inseparable<T extends Placed>(scenarios: readonly T[], shared: boolean): T[][] {
  const files = [...byFile(scenarios).values()];
  if (!shared) return files;
  const isOutside = (file: T[]) => file.some(({ tags }) => tags.some((tag) => tag.startsWith(OUTSIDE)));
  const outside = files.filter(isOutside).flat();
  return [...files.filter((file) => !isOutside(file)), ...(outside.length > 0 ? [outside] : [])];
}

function byFile<T extends Placed>(scenarios: readonly T[]): Map<string, T[]> {
  const files = new Map<string, T[]>();
  for (const scenario of scenarios) {
    const file = files.get(scenario.uri);
    if (file) file.push(scenario);
    else files.set(scenario.uri, [scenario]);
  }
  return files;
}

function sourcesOf(scenarios: readonly Placed[], sizes: ReadonlyMap<string, number>): string[] {
  return [...byFile(scenarios)].map(([uri, wanted]) =>
    wanted.length === sizes.get(uri) ? uri : [uri, ...wanted.map(({ line }) => line)].join(':'),
  );
}
