/** Plays feature files in this process with cucumber, whose own reports, time-outs and exit code are not used. */
import { PassThrough } from 'node:stream';
import { type IRunOptions, type ISupportCodeLibrary, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';

export interface Play {
  /** The folder that `sources` are relative to. */
  root: string;
  sources: string[];
  stepFiles: string[];
  /** The seed of a random order. */
  random?: number;
  /** What an earlier play in this process gave: steps are loaded once. */
  support?: ISupportCodeLibrary;
  onMessage(envelope: Envelope): void;
}

/**
 * Plays them all, in order or in a random one.
 * @throws what a hook around the whole run threw, or an Error when a feature file is no Gherkin
 */
export async function play({
  root,
  sources,
  stepFiles,
  random,
  support: loaded,
  onMessage,
}: Play): Promise<ISupportCodeLibrary> {
  const complaints: string[] = [];
  const stderr = new PassThrough().on('data', (chunk) => complaints.push(String(chunk)));
  const quiet = new PassThrough().resume();
  const { support, success } = await runCucumber(
    configuration(sources, random, loaded ?? steps(stepFiles)),
    { cwd: root, stdout: quiet, stderr, env: process.env },
    onMessage,
  ).catch((error: unknown) => {
    throw error instanceof Error && error.cause !== undefined ? error.cause : error;
  });
  const complaint = complaints.find((line) => line.includes('Parse error'));
  if (!success && complaint !== undefined) throw new Error(complaint.trim());
  return support;
}

function configuration(paths: string[], random: number | undefined, support: IRunOptions['support']): IRunOptions {
  const order = random === undefined ? 'defined' : (`random:${random}` as const);
  return {
    sources: { paths, defaultDialect: 'en', names: [], tagExpression: '', order },
    support,
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: {},
    },
    formats: { stdout: 'rerun', files: {}, publish: false, options: {} },
    plugins: { specifiers: [], options: {} },
  };
}

function steps(requirePaths: string[]) {
  return { requireModules: [], requirePaths, importPaths: [], loaders: [] };
}
