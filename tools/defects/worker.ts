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
/** What a server wrote, it wrote: no haste is to blame, and what it wrote in a few scenarios is not the run. */
const OVER_THE_RUN = /\/(grammar|invariants)\.feature$/;
const all = readScenarios(root);
let support: ISupportCodeLibrary | undefined;

process.on('message', (task: Task) => {
  void prove(task).then(
    (seen) => process.send!(seen),
    (error) => process.send!({ name: task.name, red: [], faults: [String(error)] } satisfies Seen),
  );
});

async function prove({ name, listed, extent }: Task): Promise<Seen> {
  const played = scenariosFor(name, listed, all, extent);
  if (played.length === 0) return { name, red: [], faults: faultsOf(listed, played, []) };
  // A page is many answers of a mail system: there a machine in haste is loaded, and no server slow.
  const hasty = !name.startsWith('webmail-');
  const outcomes = await outcomesOf(name, played, hasty);
  const unforeseen = new Set(redOf(outcomes).filter((id) => !listed.includes(id)));
  // In haste a right server may seem slow: what nobody foresaw is seen twice before it is believed.
  const again = played.filter(({ id, uri }) => unforeseen.has(id) && !OVER_THE_RUN.test(uri));
  if (again.length > 0) outcomes.push(...(await outcomesOf(name, again, false)));
  const last = [...new Map(outcomes.map((outcome) => [outcome.id, outcome])).values()];
  return { name, red: redOf(last), faults: faultsOf(listed, played, last) };
}

async function outcomesOf(name: string, scenarios: readonly Scenario[], hasty: boolean): Promise<Outcome[]> {
  const job: Job = { target: { kind: 'embedded', defects: [name], hasty }, seed: 1, wipe: false };
  process.env[JOB_VARIABLE] = JSON.stringify(job);
  const runs: ScenarioRun[] = [];
  const reader = new MessageReader((run) => runs.push(run));
  support = await play({
    root,
    sources: sourcesOf(scenarios),
    stepFiles: stepFiles(),
    support,
    onMessage: (envelope) => reader.push(`${JSON.stringify(envelope)}\n`),
  });
  return tellWitness(runs).map((run): Outcome => ({ id: run.scenario.id, verdict: judge(run, false).verdict }));
}

/** A file with the lines that are wanted: `features/smtp/order.feature:12:20`. */
function sourcesOf(scenarios: readonly Scenario[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { uri, line } of scenarios) lines.set(uri, [...(lines.get(uri) ?? []), line]);
  return [...lines].map(([uri, numbers]) => [uri, ...numbers].join(':'));
}
