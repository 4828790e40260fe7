/** Allure: writes its results, and has allure-commandline make the report where it can. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatAllure } from '../../reports/formats/allure/allure';
import type { ReportInput } from '../../reports/formats/report-input';

/**
 * @param out the folder that takes allure-results/ and allure-report/
 * @param previous an earlier Allure report, whose history goes on; by default the one that is replaced
 * @returns what to tell: where the report is, or why there is none
 */
export function writeAllure(input: ReportInput, out: string, previous?: string): string {
  const results = join(out, 'allure-results');
  const report = join(out, 'allure-report');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  for (const { name, text } of formatAllure(input)) writeFileSync(join(results, name), text);
  const history = join(previous ?? report, 'history');
  if (existsSync(history)) cpSync(history, join(results, 'history'), { recursive: true });
  const trouble = generate(results, report);
  return trouble === undefined
    ? `Allure report: ${join(report, 'index.html')} (\`npx allure open ${report}\` shows it)`
    : `no Allure report: ${trouble}. Its results are in ${results}; report.html needs nothing`;
}

/** What stood in the way, in words. */
function generate(results: string, report: string): string | undefined {
  const tool = findTool();
  if (tool === undefined) return 'allure-commandline is not installed (npm i -D allure-commandline)';
  if (spawnSync('java', ['-version']).status !== 0) return 'it needs Java, which is not installed';
  const made = spawnSync(tool, ['generate', results, '--clean', '--output', report], { encoding: 'utf8' });
  if (made.status === 0) return undefined;
  return `allure-commandline failed: ${(made.error?.message ?? made.stderr).trim().split('\n', 1)[0]}`;
}

/** It is for viewing only, so the package does not bring it along. */
function findTool(): string | undefined {
  try {
    const script = process.platform === 'win32' ? 'allure.bat' : 'allure';
    return join(dirname(require.resolve('allure-commandline/package.json')), 'dist/bin', script);
  } catch {
    return undefined;
  }
}
