/** Writes a run's report files. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAnnotations } from '../../reports/formats/annotations';
import { formatCsv } from '../../reports/formats/csv';
import { formatCtrf } from '../../reports/formats/ctrf';
import { formatHtml } from '../../reports/formats/html/html';
import { formatJson } from '../../reports/formats/json';
import { formatJunit } from '../../reports/formats/junit';
import { formatMarkdown } from '../../reports/formats/markdown';
import type { ReportInput } from '../../reports/formats/report-input';
import { makePlaceFor } from './folder';

export interface ReportPaths {
  /** The folder that takes them all. */
  out: string;
  /** A second place for the JSON and for JUnit's XML; `-` is the standard output. */
  json?: string;
  junit?: string;
  /** The target file, for annotations to stand at. */
  target?: string;
}

/**
 * Writes every format.
 * @param env GITHUB_STEP_SUMMARY names the file that GitHub shows as the job's summary; GITHUB_ACTIONS says that it reads annotations
 * @returns the path that people open
 */
export function writeReports(input: ReportInput, paths: ReportPaths, env: NodeJS.ProcessEnv): string {
  const { out, json, junit, target } = paths;
  const page = join(out, 'report.html');
  const asJson = formatJson(input.run);
  const asJunit = formatJunit(input);
  const asMarkdown = formatMarkdown(input);
  const files: [string | undefined, string][] = [
    [join(out, 'run.json'), asJson],
    [json, asJson],
    [join(out, 'junit.xml'), asJunit],
    [junit, asJunit],
    [join(out, 'ctrf.json'), formatCtrf(input)],
    [join(out, 'results.csv'), formatCsv(input.run)],
    [join(out, 'summary.md'), asMarkdown],
    [page, formatHtml(input)],
  ];
  for (const [path, text] of files) {
    if (path === '-') process.stdout.write(text);
    else if (path !== undefined) writeBelow(path, text);
  }
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, asMarkdown);
  if (env.GITHUB_ACTIONS === 'true') process.stderr.write(formatAnnotations(input, target));
  return page;
}

/** Writes a file and makes the folders that it lies in. */
export function writeBelow(path: string, text: string): void {
  makePlaceFor(path);
  writeFileSync(path, text);
}
