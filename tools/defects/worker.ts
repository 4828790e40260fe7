/** A process that plays the suite against the bundled server with one mistake after the other: the steps are loaded once. */
import { join } from 'node:path';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { MessageReader } from '../../reports/messages/reader';
import type { Scenario } from '../../reports/messages/scenario';
import { judge } from '../../reports/verdict/judge';
import { JOB_VARIABLE, type Job } from '../../support/run/job';
import { play } from '../../support/run/play';
import { stepFiles } from '../../support/run/step-files';
import { readScenarios } from '../scenarios';
import { type Extent, faultsOf, type Outcome, scenariosFor } from './proof';

export interface Task {
  name: string;
  extent: Extent;
}

const root = join(__dirname, '../..').replace(/\/dist$/, '');
const all = readScenarios(root);
let support: ISupportCodeLibrary | undefined;

process.on('message', ({ name, extent }: Task) => {
  void prove(name, extent).then(
    (faults) => process.send!({ name, faults }),
    (error) => process.send!({ name, faults: [String(error)] }),
  );
});

async function prove(name: string, extent: Extent): Promise<string[]> {
  const job: Job = { target: { kind: 'embedded', defects: [name] }, seed: 1, wipe: false };
  process.env[JOB_VARIABLE] = JSON.stringify(job);
  const played = scenariosFor(name, all, extent);
  if (played.length === 0) return faultsOf(name, played, []);
  const outcomes: Outcome[] = [];
  const reader = new MessageReader((run) => outcomes.push({ id: run.scenario.id, verdict: judge(run, false).verdict }));
  support = await play({
    root,
    sources: sourcesOf(played),
    stepFiles: stepFiles(),
    support,
    onMessage: (envelope) => reader.push(`${JSON.stringify(envelope)}\n`),
  });
  return faultsOf(name, played, outcomes);
}

/** A file with the lines that are wanted: `features/smtp/order.feature:12:20`. */
function sourcesOf(scenarios: readonly Scenario[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { uri, line } of scenarios) lines.set(uri, [...(lines.get(uri) ?? []), line]);
  return [...lines].map(([uri, numbers]) => [uri, ...numbers].join(':'));
}
