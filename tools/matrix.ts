/**
 * `npm run matrix -- RUN.JSON...`: keeps what whole runs of presets have shown, a small file and a badge for each in reports/matrix/, and writes
 * docs/matrix.md from all that are kept. Lint fails when the page is not up to date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { grouped } from '../reports/formats/grouped';
import { topicOf } from '../reports/messages/slug';
import type { Run } from '../reports/run';
import { type Totals, totalsOf } from '../reports/verdict/verdict';
import type { Finding } from './checks/finding';
import { withGenerated } from './generated';

const FOLDER = 'reports/matrix';
const BADGE = '.badge.json';
const PAGE = 'docs/matrix.md';
const BUNDLED = 'bundled';

/** What is kept of a run. */
export interface Kept {
  target: string;
  /** Of mailspec. */
  version: string;
  /** ISO 8601, the day. */
  day: string;
  seed: number;
  scenarios: number;
  totals: Totals;
  /** By the first folder below features/, in its order. */
  topics: Record<string, Totals>;
  /** Requirements that a scenario showed to be broken, by the worst verdict of theirs. */
  broken: { fail: string[]; warn: string[] };
}

/** @throws where the run says nothing of a whole server: a part of the suite, or ended early */
export function keptOf(run: Run): Kept {
  if (
    Object.keys(run.filters).length > 0 ||
    run.interrupted ||
    run.endedEarly !== undefined ||
    /--shard/.test(run.replay)
  )
    throw new Error(`${run.target}: only a whole run tells of a server`);
  const topics = grouped(run.scenarios, ({ uri }) => topicOf(uri).split('/')[0]!);
  const broken = (verdict: 'fail' | 'warn') => [
    ...new Set(run.scenarios.filter((one) => one.verdict === verdict).flatMap(({ requirements }) => requirements)),
  ];
  const failed = broken('fail').sort();
  return {
    target: run.target,
    version: run.version,
    day: run.startedAt.slice(0, 10),
    seed: run.seed,
    scenarios: run.scenarios.length,
    totals: run.totals,
    topics: Object.fromEntries([...topics].sort().map(([topic, scenarios]) => [topic, totalsOf(scenarios)])),
    broken: {
      fail: failed,
      warn: broken('warn')
        .filter((id) => !failed.includes(id))
        .sort(),
    },
  };
}

/** The preset that the run was against. */
export function presetOf({ replay }: Run): string {
  return /--preset (\S+)/.exec(replay)?.[1] ?? BUNDLED;
}

/** As https://shields.io/badges/endpoint-badge reads it. */
export function badgeOf({ totals }: Kept): object {
  const played = playedOf(totals);
  return {
    schemaVersion: 1,
    label: 'mailspec',
    message: `${totals.pass} of ${played} pass`,
    color:
      totals.fail + totals.blocked + totals.error === 0
        ? 'brightgreen'
        : totals.fail * 50 <= played
          ? 'yellow'
          : 'orange',
  };
}

/** What says something of the server. */
function playedOf(totals: Totals): number {
  return totals.pass + totals.fail + totals.warn + totals.blocked + totals.error;
}

/** @param kept by preset */
export function tablesOf(kept: ReadonlyMap<string, Kept>): string {
  const topics = [...new Set([...kept.values()].flatMap((one) => Object.keys(one.topics)))].sort();
  const names = [...kept.keys()].sort((one, other) => order(one) - order(other) || (one < other ? -1 : 1));
  const rows = names.map((name) => [name, kept.get(name)!] as const);
  return [
    '| server | pass | fail | warn | blocked | requirements broken (MUST / SHOULD) | played on | to play it again |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ([name, { target, totals, broken, day, scenarios }]) =>
        `| ${target} | ${totals.pass} | ${totals.fail} | ${totals.warn} | ${totals.blocked} | ${broken.fail.length} / ${broken.warn.length} | ${day}, ${scenarios} scenarios | \`${commandOf(name)}\` |`,
    ),
    '',
    'Of what applied to the server, so much passed:',
    '',
    `| server | ${topics.join(' | ')} |`,
    `|---|${topics.map(() => '---').join('|')}|`,
    ...rows.map(
      ([, { target, topics: own }]) => `| ${target} | ${topics.map((topic) => shareOf(own[topic])).join(' | ')} |`,
    ),
  ].join('\n');
}

function order(name: string): number {
  return name === BUNDLED ? 0 : 1;
}

function commandOf(name: string): string {
  return name === BUNDLED ? 'npx mailspec run' : `npx mailspec run --preset ${name} --install`;
}

function shareOf(totals: Totals | undefined): string {
  const played = totals === undefined ? 0 : playedOf(totals);
  return played === 0 ? '–' : `${totals!.pass} of ${played}`;
}

export function checkMatrix(root: string): Finding[] {
  const page = readFileSync(join(root, PAGE), 'utf8');
  return page === withTables(page, tablesOf(readKept(root)))
    ? []
    : [{ at: PAGE, message: 'is not up to date: npm run matrix' }];
}

function readKept(root: string): Map<string, Kept> {
  const files = readdirSync(join(root, FOLDER)).filter((file) => file.endsWith('.json') && !file.endsWith(BADGE));
  return new Map(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(root, FOLDER, file), 'utf8')) as Kept]),
  );
}

function withTables(page: string, tables: string): string {
  return withGenerated(page, 'matrix', `\n${tables}\n`);
}

function keep(root: string, file: string): void {
  const run = JSON.parse(readFileSync(file, 'utf8')) as Run;
  const kept = keptOf(run);
  const write = (name: string, data: object) =>
    writeFileSync(join(root, FOLDER, name), `${JSON.stringify(data, undefined, 2)}\n`);
  write(`${presetOf(run)}.json`, kept);
  write(`${presetOf(run)}${BADGE}`, badgeOf(kept));
}

if (require.main === module) {
  const root = join(__dirname, '..').replace(/\/dist$/, '');
  for (const path of process.argv.slice(2))
    keep(root, existsSync(join(path, 'run.json')) ? join(path, 'run.json') : path);
  const page = readFileSync(join(root, PAGE), 'utf8');
  writeFileSync(join(root, PAGE), withTables(page, tablesOf(readKept(root))));
}
