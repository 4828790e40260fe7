/** Plays what was selected, by children, and makes a run of what they tell. */

import { makeRun, type Run } from '../../reports/run';
import type { Baseline } from '../../reports/verdict/baseline';
import { isRed } from '../../reports/verdict/baseline';
import { Hope } from '../../reports/verdict/hopeless';
import { judge } from '../../reports/verdict/judge';
import { packageRoot } from '../../support/package-root';
import type { RunChild } from '../../support/run/child-process';
import { planOf } from '../../support/run/plan';
import { playPlan } from '../../support/run/play-plan';
import { stepFiles } from '../../support/run/step-files';
import type { PreparedTarget } from '../../support/targets/prepare';
import { packageVersion } from '../version';
import { childrenFor } from './children';
import { Gatherer } from './gather';
import { makeMessagesFolder } from './messages-folder';
import { type DrawnOptions, givenFilters, replayCommand } from './options';
import { type ProgressOptions, showProgress } from './progress';
import type { Selection } from './select';

export interface Playing {
  options: DrawnOptions;
  selection: Selection;
  target: PreparedTarget;
  /** What it lists does not count for --fail-fast. */
  baseline?: Baseline;
  /** Ends the run in order. */
  signal: AbortSignal;
  /** A child that was started early. */
  warm?: RunChild;
  progress: ProgressOptions;
}

export async function playSelection({
  options,
  selection: { all, selected },
  target,
  baseline,
  signal,
  warm,
  progress: shown,
}: Playing): Promise<Run> {
  const started = Date.now();
  const { seed, random, strict = false, failFast } = options;
  const progress = showProgress(selected, shown);
  const hope = new Hope(() => performance.now());
  const despair = new AbortController();
  const enough = new AbortController();
  const known = new Set(baseline?.entries.map(({ id }) => id));
  let failed = 0;
  const gatherer = new Gatherer((run) => {
    progress.finished(run);
    if (signal.aborted) return;
    const lost = hope.lost(run);
    if (lost !== undefined) despair.abort(lost);
    if (isRed(judge(run, strict)) && !known.has(run.scenario.id)) failed++;
    if (failFast !== undefined && failed >= failFast) enough.abort(`the run was ended by --fail-fast ${failFast}`);
  });
  const bundled = target.description.kind === 'embedded';
  const children = Math.min(options.shards ?? childrenFor(selected, { bundled }), target.childLimit);
  const { shares, capabilities } = await playPlan({
    plan: planOf(selected, all, { children, accounts: target.accounts }),
    job: { target: target.description, seed, wipe: options.wipe ?? false, timers: options.timers ?? false },
    root: packageRoot(),
    steps: stepFiles(),
    random,
    messages: makeMessagesFolder(options.out),
    warm,
    signal: AbortSignal.any([signal, despair.signal, enough.signal]),
    reader: () => gatherer.reader(),
  });
  const runs = gatherer.all(selected, shares);
  progress.end();
  const facts = {
    version: packageVersion(),
    target: target.name,
    capabilities,
    seed,
    strict,
    filters: givenFilters(options),
    replay: replayCommand(options, seed),
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    interrupted: signal.aborted,
    ...(despair.signal.aborted ? { endedEarly: String(despair.signal.reason) } : {}),
  };
  return makeRun(facts, runs);
}
