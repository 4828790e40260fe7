/** A process that plays the suite against the bundled server with one mistake after the other: the steps are loaded once. */
import { join } from 'node:path';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { MessageReader } from '../../reports/messages/reader';
import type { Scenario } from '../../reports/messages/scenario';
import type { ScenarioRun } from '../../reports/messages/scenario-run';
import { judge } from '../../reports/verdict/judge';
import { tellWitness } from '../../reports/verdict/witness';
import { JOB_VARIABLE, type Job } from '../../support/run/job';
import { play } from '../../support/run/play';
import { stepFiles } from '../../support/run/step-files';
import { readScenarios } from '../scenarios';
import { type Extent, faultsOf, type Outcome, redOf, scenariosFor } from './proof';

export interface Task {
  name: string;
  /** What its proof lists. */
  listed: readonly string[];
  extent: Extent;
}

/** What was seen of one mistake. */
export interface Seen {
  name: string;
  red: string[];
  /** Where this is not what its proof lists. */
  faults: string[];
}

const root = join(__dirname, '../..').replace(/\/dist$/, '');
const all = readScenarios(root);
let support: ISupportCodeLibrary | undefined;

process.on('message', (task: Task) => {
  void prove(task).then(
    (seen) => process.send!(seen),
    (error) => process.send!({ name: task.name, red: [], faults: [String(error)] } satisfies Seen),
  );
});

async function prove({ name, listed, extent }: Task): Promise<Seen> {
  const job: Job = { target: { kind: 'embedded', defects: [name] }, seed: 1, wipe: false };
  process.env[JOB_VARIABLE] = JSON.stringify(job);
  const played = scenariosFor(name, listed, all, extent);
  if (played.length === 0) return { name, red: [], faults: faultsOf(listed, played, []) };
  const runs: ScenarioRun[] = [];
  const reader = new MessageReader((run) => runs.push(run));
  support = await play({
    root,
    sources: sourcesOf(played),
    stepFiles: stepFiles(),
    support,
    onMessage: (envelope) => reader.push(`${JSON.stringify(envelope)}\n`),
  });
  const outcomes = tellWitness(runs).map(
    (run): Outcome => ({ id: run.scenario.id, verdict: judge(run, false).verdict }),
  );
  return { name, red: redOf(outcomes), faults: faultsOf(listed, played, outcomes) };
}

/** A file with the lines that are wanted: `features/smtp/order.feature:12:20`. */
function sourcesOf(scenarios: readonly Scenario[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { uri, line } of scenarios) lines.set(uri, [...(lines.get(uri) ?? []), line]);
  return [...lines].map(([uri, numbers]) => [uri, ...numbers].join(':'));
}
