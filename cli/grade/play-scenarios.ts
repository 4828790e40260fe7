/** Plays scenarios against a submission, in one child: two at once would be another test of a server that serves one at a time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../../reports/messages/scenario';
import { type CapabilityTable, makeRun, type ScenarioResult } from '../../reports/run';
import { packageRoot } from '../../support/package-root';
import type { RunChild } from '../../support/run/child-process';
import { planOf } from '../../support/run/plan';
import { playPlan } from '../../support/run/play-plan';
import { stepFiles } from '../../support/run/step-files';
import type { FileDescription } from '../../support/targets/description';
import { Gatherer } from '../run/gather';
import { packageVersion } from '../version';

export interface ToPlay {
  scenarios: readonly Scenario[];
  /** Everything that their files hold. */
  all: readonly Scenario[];
  description: FileDescription;
  seed: number;
  /** Takes the messages. */
  work: string;
  warm?: RunChild;
  signal: AbortSignal;
}

export interface Outcome {
  results: ScenarioResult[];
  /** What the server announces. */
  capabilities: CapabilityTable;
}

/** One result for each scenario; what was not played says why. */
export async function playScenarios(toPlay: ToPlay): Promise<Outcome> {
  const { scenarios, all, description, seed, work, warm, signal } = toPlay;
  const gatherer = new Gatherer(() => {});
  const messages = join(work, 'messages');
  mkdirSync(messages, { recursive: true });
  const began = Date.now();
  const { shares, capabilities } = await playPlan({
    plan: planOf(scenarios, all, { children: 1, accounts: description.settings.accounts.length }),
    job: { target: description, seed, wipe: false },
    root: packageRoot(),
    steps: stepFiles(),
    messages,
    warm,
    signal,
    reader: () => gatherer.reader(),
  });
  const facts = {
    version: packageVersion(),
    target: description.settings.name,
    capabilities,
    seed,
    strict: false,
    filters: {},
    replay: '',
    startedAt: new Date(began).toISOString(),
    durationMs: Date.now() - began,
    interrupted: false,
  };
  return { results: makeRun(facts, gatherer.all(scenarios, shares)).scenarios, capabilities };
}
