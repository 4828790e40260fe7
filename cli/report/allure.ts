/** Allure: writes its results, and has a generator of Allure's make the report where there is one. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { formatAllure } from '../../reports/formats/allure/allure';
import { executorOf } from '../../reports/formats/allure/executor';
import type { ReportInput } from '../../reports/formats/report-input';

interface Folders {
  results: string;
  report: string;
  /** An earlier report, whose history goes on. */
  previous: string;
}

/** @returns what stood in the way, in words */
type Generator = (folders: Folders) => string | undefined;

/**
 * @param out the folder that takes allure-results/ and allure-report/
 * @param previous an earlier Allure report, whose history goes on; by default the one that is replaced
 * @param env where a CI engine says who runs this
 * @returns what to tell: where the report is, or why there is none
 */
export function writeAllure(
  input: ReportInput,
  out: string,
  previous?: string,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const [results, report] = [join(out, 'allure-results'), join(out, 'allure-report')];
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  for (const { name, text } of formatAllure(input)) writeFileSync(join(results, name), text);
  const executor = executorOf(env);
  if (executor) writeFileSync(join(results, 'executor.json'), JSON.stringify(executor));
  const trouble = generator()({ results, report, previous: previous ?? report });
  return trouble === undefined
    ? `Allure report: ${join(report, 'index.html')} (\`npx allure open ${report}\` shows it)`
    : `no Allure report: ${trouble}. Its results are in ${results}; report.html needs nothing`;
}

/** Allure 3, which needs nothing but Node, goes before Allure 2, which needs Java. They are for viewing only: the package brings neither. */
function generator(): Generator {
  const [three, two] = [rootOf('allure'), rootOf('allure-commandline')];
  if (three !== undefined) return (folders) => generate3(join(three, 'cli.js'), folders);
  if (two === undefined) return () => 'neither allure nor allure-commandline is installed (npm i -D allure)';
  const script = process.platform === 'win32' ? 'allure.bat' : 'allure';
  return (folders) => generate2(join(two, 'dist/bin', script), folders);
}

/** Its history is a file beside the reports, which it goes on with by itself. */
function generate3(script: string, { results, report, previous }: Folders): string | undefined {
  const history = join(resolve(report), '..', 'allure-history.jsonl');
  const earlier = join(resolve(previous), '..', 'allure-history.jsonl');
  if (earlier !== history && existsSync(earlier)) cpSync(earlier, history);
  const config = join(results, '..', 'allurerc.json');
  writeFileSync(config, JSON.stringify({ name: 'mailspec', output: resolve(report), historyPath: history }));
  return saidBy(spawnSync(process.execPath, [script, 'generate', results, '--config', config], { encoding: 'utf8' }));
}

function generate2(tool: string, { results, report, previous }: Folders): string | undefined {
  if (spawnSync('java', ['-version']).status !== 0)
    return 'allure-commandline needs Java, which is not installed (npm i -D allure needs none)';
  const history = join(previous, 'history');
  if (existsSync(history)) cpSync(history, join(results, 'history'), { recursive: true });
  return saidBy(spawnSync(tool, ['generate', results, '--clean', '--output', report], { encoding: 'utf8' }));
}

function saidBy({ status, error, stderr }: ReturnType<typeof spawnSync>): string | undefined {
  if (status === 0) return undefined;
  return `Allure failed: ${(error?.message ?? String(stderr)).trim().split('\n', 1)[0]}`;
}

/** Of a package that whoever calls has installed, or we have: looked for as Node does, since not every package lets its manifest be required. */
function rootOf(name: string): string | undefined {
  const places = require.resolve.paths(name) ?? [];
  const around = createRequire(join(process.cwd(), 'here')).resolve.paths(name) ?? [];
  return [...around, ...places].map((place) => join(place, name)).find(isAllures);
}

/** Another package of this name is none of Allure's. */
function isAllures(root: string): boolean {
  const manifest = join(root, 'package.json');
  if (!existsSync(manifest)) return false;
  const { repository } = JSON.parse(readFileSync(manifest, 'utf8')) as { repository?: unknown };
  return JSON.stringify(repository ?? '').includes('allure-framework');
}
