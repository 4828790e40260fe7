/** The Common Test Report Format (ctrf.io): one JSON for tools that show tests, whoever ran them. */
import { createHash } from 'node:crypto';
import type { ScenarioResult } from '../run';
import type { Verdict } from '../verdict/verdict';
import { type ReportInput, requirementsOf, sentenceOf } from './report-input';

const SPEC_VERSION = '0.0.0';

export type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

export interface CtrfTest {
  name: string;
  status: CtrfStatus;
  /** Milliseconds. */
  duration: number;
  suite?: string[];
  message?: string;
  trace?: string;
  rawStatus?: string;
  tags?: string[];
  filePath?: string;
  line?: number;
  extra?: Record<string, unknown>;
}

export interface CtrfReport {
  tests: CtrfTest[];
  version: string;
  /** Milliseconds since 1970. */
  start: number;
  stop: number;
  /** Whom the tests are of. */
  of: string;
}

/** Its text; equal reports have equal ids. */
export function ctrf({ tests, version, start, stop, of }: CtrfReport): string {
  const count = (status: CtrfStatus) => tests.filter((test) => test.status === status).length;
  const results = {
    tool: { name: 'mailspec', version },
    summary: {
      tests: tests.length,
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      pending: count('pending'),
      other: count('other'),
      start,
      stop,
      duration: stop - start,
    },
    tests,
    environment: { appName: of },
  };
  const head = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    reportId: uuidOf(JSON.stringify(results)),
    timestamp: new Date(stop).toISOString(),
    generatedBy: `mailspec ${version}`,
  };
  return `${JSON.stringify({ ...head, results }, null, 2)}\n`;
}

/** A warning and a choice have passed, and say so in rawStatus. */
const STATUS: Record<Verdict, CtrfStatus> = {
  pass: 'passed',
  warn: 'passed',
  info: 'passed',
  fail: 'failed',
  error: 'failed',
  blocked: 'other',
  notApplicable: 'skipped',
  notPlayed: 'pending',
};

/** A run. */
export function formatCtrf(input: ReportInput): string {
  const { run } = input;
  const requirements = requirementsOf(input);
  const tests = run.scenarios.map((scenario) =>
    testOf(
      scenario,
      scenario.requirements.map((id) => sentenceOf(id, requirements)),
    ),
  );
  const start = Date.parse(run.startedAt);
  return ctrf({ tests, version: run.version, start, stop: start + run.durationMs, of: run.target });
}

function testOf(scenario: ScenarioResult, sentences: string[]): CtrfTest {
  const { id, name, verdict, reason, detail, durationMs, uri, line, feature, rule, tags, requirements, code } =
    scenario;
  return {
    name,
    status: STATUS[verdict],
    duration: Math.round(durationMs),
    suite: [feature, rule].filter((part) => part !== ''),
    ...(reason === '' ? {} : { message: reason }),
    ...(detail === undefined ? {} : { trace: detail }),
    rawStatus: verdict,
    tags: tags.map((tag) => tag.slice(1)),
    filePath: uri,
    line,
    extra: { id, ...(code === '' ? {} : { code }), requirements, sentences },
  };
}

/** Made from the text, in the form of a UUID of version 8, whose bits are anybody's own. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
