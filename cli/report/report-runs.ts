/** `mailspec report`: merges runs and shards, and writes their reports again; several targets side by side. */
import { join } from 'node:path';
import { takesColour } from '../../reports/formats/console/paint';
import { summary } from '../../reports/formats/console/summary';
import { formatCoverageHtml } from '../../reports/formats/coverage/html';
import { formatCoverageMarkdown } from '../../reports/formats/coverage/markdown';
import { formatMatrixHtml } from '../../reports/formats/matrix/html';
import { formatMatrixMarkdown } from '../../reports/formats/matrix/markdown';
import type { ReportInput } from '../../reports/formats/report-input';
import { mergeRuns } from '../../reports/merge';
import type { Scenario } from '../../reports/messages/scenario';
import { slug } from '../../reports/messages/slug';
import type { Run } from '../../reports/run';
import { compare } from '../../reports/verdict/baseline';
import { coverageOf, type FileCoverage } from '../../reports/verdict/coverage';
import { EXIT, exitCode } from '../../reports/verdict/exit-code';
import { loadRequirements, type RequirementFile } from '../../reports/verdict/requirements';
import { packageRoot } from '../../support/package-root';
import { readBaseline } from '../run/baseline-file';
import { writeBelow, writeReports } from '../run/write-reports';
import { loadSpecification } from '../specification';
import { writeAllure } from './allure';
import { readRuns } from './read-runs';

export interface ReportOptions {
  out: string;
  json?: string;
  junit?: string;
  baseline?: string;
  showKnown?: boolean;
  allure?: boolean;
  history?: string;
}

/** @returns the exit code: that of the merged run; of several targets, the highest */
export function reportRuns(paths: readonly string[], options: ReportOptions): number {
  const runs = mergeRuns(readRuns(paths));
  const files = loadRequirements(join(packageRoot(), 'features/requirements'));
  const scenarios = loadSpecification();
  if (runs.length === 0) {
    const coverage = coverageOf(files, scenarios);
    say(`coverage of the specification: ${writeCoverage(coverage, 'Coverage of the specification', options.out)}`);
    return EXIT.ok;
  }
  if (runs.length === 1) return reportOne(runs[0]!, files, scenarios, options);
  const columns = named(runs).map((run) => ({ run, folder: slug(run.target) }));
  const codes = columns.map(({ run, folder }) => {
    const out = join(options.out, folder);
    return reportOne(run, files, scenarios, { ...options, out, json: undefined, junit: undefined });
  });
  writeBelow(
    join(options.out, 'matrix.md'),
    formatMatrixMarkdown(
      columns.map(({ run }) => run),
      coverageOf(files, []),
    ),
  );
  const page = join(options.out, 'matrix.html');
  writeBelow(page, formatMatrixHtml(columns.map(({ run, folder }) => ({ run, report: `${folder}/report.html` }))));
  say(`side by side: ${page}`);
  return Math.max(...codes);
}

/** Where there are two of a target, each says when it was. */
function named(runs: readonly Run[]): Run[] {
  return runs.map((run) => {
    const alike = runs.filter(({ target }) => target === run.target);
    return alike.length === 1 ? run : { ...run, target: `${run.target}, ${run.startedAt}` };
  });
}

function reportOne(run: Run, files: RequirementFile[], scenarios: Scenario[], options: ReportOptions): number {
  const verdicts = new Map(run.scenarios.map(({ id, verdict }) => [id, verdict]));
  const covering = scenarios.map(({ id, requirements }) => ({ id, requirements, verdict: verdicts.get(id) }));
  const coverage = coverageOf(files, covering);
  const comparison = compare(readBaseline(options), run.scenarios, run.filters);
  const input: ReportInput = { run, coverage, comparison, whole: true };
  const written = [
    writeReports(input, options, process.env),
    writeCoverage(coverage, `Coverage by the run against ${run.target}`, options.out, 'report.html'),
  ];
  process.stdout.write(
    summary(input, {
      colour: takesColour(process.stdout, process.env),
      written,
      width: process.stdout.columns,
      showKnown: options.showKnown,
    }),
  );
  if (options.allure) say(writeAllure(input, options.out, options.history));
  return exitCode(run, comparison);
}

function writeCoverage(coverage: FileCoverage[], heading: string, out: string, report?: string): string {
  const page = join(out, 'coverage.html');
  writeBelow(join(out, 'coverage.md'), formatCoverageMarkdown(coverage, heading));
  writeBelow(page, formatCoverageHtml(coverage, heading, report));
  return page;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
