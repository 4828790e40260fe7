/** What `mailspec run` was asked, as commander gives it, and how to ask the same again. */
import { basename, join } from 'node:path';
import type { Filters } from '../../support/run/filter';
import type { SpokenWords } from '../spoken-target';

export interface RunOptions extends SpokenWords {
  /** What else was named: topics, sections, requirements, ids. */
  words: string[];
  exclude: string[];
  target?: string;
  preset?: string;
  install?: boolean;
  profile?: string;
  defect: string[];
  only: string[];
  tags?: string;
  rfc: string[];
  id: string[];
  /** Not said: as the target asks for it. */
  safe?: boolean;
  /** False: what does not work at all does not keep the rest from being played. */
  preflight?: boolean;
  strict?: boolean;
  list?: boolean;
  /** Every scenario with its transcript; only the last line. */
  verbose?: boolean;
  quiet?: boolean;
  /** As the user wishes; not said: as the stream is. */
  color?: boolean;
  /** Ends after so many fails that no baseline lists. */
  failFast?: number;
  repeat?: number;
  /** Plays what failed in the run whose reports lie in `out`. */
  rerunFailed?: boolean;
  timeoutFactor?: number;
  shards?: number;
  shard?: string;
  baseline?: string;
  updateBaseline?: boolean;
  why?: string;
  showKnown?: boolean;
  json?: string;
  junit?: string;
  out: string;
  seed?: number;
  /** The seed of the order; true: any. */
  random?: number | true;
  wipe?: boolean;
  /** Waits for the minutes that RFCs name. */
  timers?: boolean;
  allowRemote?: boolean;
}

export function filtersOf({ words, exclude, only, tags, rfc, id, safe = false }: RunOptions): Filters {
  return { words, exclude, only, tags, rfc, id, safe };
}

/** Where nothing was said of it, a server elsewhere that others may use is played safely. */
export function withCare<O extends RunOptions>(options: O, { remote }: { remote: boolean }): O {
  return remote && options.safe === undefined ? { ...options, safe: true } : options;
}

/** Within the folder of the run's reports. */
const REPLAY = 'replay';

/** The filters that were given, for the record of the run. */
export function givenFilters(options: RunOptions): Record<string, string | string[] | boolean> {
  const { words, exclude, only, tags, rfc, id, safe, shard } = options;
  const given = Object.entries({ words, exclude, only, tags, rfc, id, safe, shard });
  return Object.fromEntries(
    given.filter((entry): entry is [string, string | string[] | boolean] => {
      const [, value] = entry;
      return value !== undefined && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

/**
 * The command against the same target with the same seed, to be pasted; ` --id ID` makes it play one scenario again. It writes its
 * reports into a folder of their own: the ones that sent the reader there stay as they are.
 */
export function replayCommand(options: RunOptions, seed: number): string {
  const {
    target,
    preset,
    profile,
    defect,
    safe,
    preflight,
    strict,
    wipe,
    timers,
    allowRemote,
    random,
    timeoutFactor,
    out,
  } = options;
  const words = ['npx', 'mailspec', 'run'];
  if (target !== undefined) words.push('--target', quoted(target));
  if (preset !== undefined) words.push('--preset', quoted(preset));
  if (profile !== undefined) words.push('--profile', quoted(profile));
  for (const name of defect) words.push('--defect', quoted(name));
  if (safe === false) words.push('--no-safe');
  if (preflight === false) words.push('--no-preflight');
  if (strict) words.push('--strict');
  if (wipe) words.push('--wipe');
  if (timers) words.push('--timers');
  if (allowRemote) words.push('--allow-remote');
  if (timeoutFactor !== undefined) words.push('--timeout-factor', String(timeoutFactor));
  words.push('--seed', String(seed));
  if (typeof random === 'number') words.push('--random', String(random));
  const folder = basename(out) === REPLAY ? out : join(out, REPLAY);
  return [...words, '--out', quoted(folder)].join(' ');
}

export type DrawnOptions = RunOptions & { seed: number; random?: number };

/** The options with everything drawn that was left to the suite to draw. */
export function drawn(options: RunOptions): DrawnOptions {
  const { seed = draw(), random } = options;
  return { ...options, seed, random: random === true ? draw() : random };
}

function draw(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
