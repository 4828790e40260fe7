/** `mailspec run`: joins target, specification, children, verdicts and reports. */
import { join } from 'node:path';
import { takesColour } from '../../reports/formats/console/paint';
import { summary } from '../../reports/formats/console/summary';
import { makeRun, type Run } from '../../reports/run';
import { compare } from '../../reports/verdict/baseline';
import { coverageOf } from '../../reports/verdict/coverage';
import { EXIT, exitCode } from '../../reports/verdict/exit-code';
import { Hope } from '../../reports/verdict/hopeless';
import { indexRequirements, loadRequirements, type RequirementFile } from '../../reports/verdict/requirements';
import { packageRoot } from '../../support/package-root';
import { atItsPace } from '../../support/probe/pace';
import { RunChild } from '../../support/run/child-process';
import { sectionOf } from '../../support/run/filter';
import { planOf } from '../../support/run/plan';
import { playPlan } from '../../support/run/play-plan';
import { stepFiles } from '../../support/run/step-files';
import { isElsewhere, type PreparedTarget, prepareTarget } from '../../support/targets/prepare';
import { spokenTarget } from '../spoken-target';
import { packageVersion } from '../version';
import { readBaseline, writeBaseline } from './baseline-file';
import { defaultChildren } from './children';
import { Gatherer } from './gather';
import { type Interrupt, listenForInterrupt } from './interrupt';
import { makeMessagesFolder } from './messages-folder';
import { type DrawnOptions, drawn, givenFilters, type RunOptions, replayCommand, withCare } from './options';
import { showProgress } from './progress';
import { listing, type Selection, select } from './select';
import { writeReports } from './write-reports';

/** Said of a target that others may use. */
const LEFT_OUT = 'is not on this machine: what others could suffer from is left out; --no-safe plays that too';

/**
 * Plays what was asked and reports it.
 * @returns the exit code
 * @throws UsageError, InputError and TargetError for what stands in the way of a run
 */
export async function runSuite(written: RunOptions): Promise<number> {
  let options = drawn(written);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const interrupt = listenForInterrupt(say);
  // Started before anything is read: it loads cucumber and the steps meanwhile.
  const warm = options.list ? undefined : new RunChild();
  let target: PreparedTarget | undefined;
  try {
    const selection = select(options);
    if (selection.selected.length === 0) return nothingSelected(options, say);
    if (warm === undefined) return await list(options, selection, say);
    options = { ...options, target: await spokenTarget(options, say) };
    const { target: file, wipe = false, allowRemote = false, defect: defects, preset, profile, install } = options;
    if (options.random !== undefined) say(`in random order: --random ${options.random}`);
    target = await prepareTarget({ file, preset, profile, install, defects, wipe, allowRemote, log: say });
    if (isKept(target, wipe))
      say('the mailboxes may not be emptied: what needs an empty one is blocked (disposable: true, or --wipe)');
    const pace = { strict: isOwn(options), wipe, file: file ?? 'the target file', say };
    target = { ...target, description: await atItsPace(target.description, pace) };
    const careful = withCare(options, target);
    if (careful === options) return await playAndReport(options, selection, target, interrupt, warm);
    say(`${target.name} ${LEFT_OUT}`);
    const safe = select(careful);
    if (safe.selected.length === 0) return nothingSelected(careful, say);
    return await playAndReport(careful, safe, target, interrupt, warm);
  } finally {
    warm?.kill();
    await target?.stop();
    interrupt.dispose();
  }
}

/** Nobody has said that what lies in the mailboxes may go. */
function isKept({ description }: PreparedTarget, wipe: boolean): boolean {
  return description.kind === 'file' && !description.settings.disposable && !wipe;
}

/** A server that the suite sets up itself is known to work, and its deviations stand in its baseline. */
function isOwn({ preset, preflight = true }: RunOptions): boolean {
  return preset === undefined && preflight;
}

/** What would be played, and nothing besides: no target is launched. */
async function list(options: RunOptions, selection: Selection, say: (line: string) => void): Promise<number> {
  const careful = withCare(options, { remote: options.target !== undefined && (await isElsewhere(options.target)) });
  if (careful !== options) say(`${options.target} ${LEFT_OUT}`);
  process.stdout.write(listing((careful === options ? selection : select(careful)).selected));
  return EXIT.ok;
}

function nothingSelected({ safe }: RunOptions, say: (line: string) => void): number {
  const help = '`mailspec run --list` shows all, with their ids';
  say(`nothing is selected: no scenario passes these filters${safe ? ' and --safe' : ''}; ${help}`);
  return EXIT.error;
}

async function playAndReport(
  options: DrawnOptions,
  selection: Selection,
  target: PreparedTarget,
  interrupt: Interrupt,
  warm: RunChild,
): Promise<number> {
  const baseline = readBaseline(options, target.baseline);
  const [run, files] = await Promise.all([
    play(options, selection, target, interrupt, warm),
    // Read while the children play.
    Promise.resolve().then(() => readRequirements(selection)),
  ]);
  const coverage = coverageOf(files, coveringOf(selection, run));
  const requirements = indexRequirements(files);
  const baselinePath = options.baseline ?? target.baseline;
  const kept =
    options.updateBaseline && baselinePath !== undefined && !run.interrupted && run.endedEarly === undefined
      ? writeBaseline(baselinePath, baseline, run, (id) => requirements.get(id)?.says)
      : baseline;
  const comparison = compare(kept, run.scenarios);
  const input = { run, coverage, comparison, whole: selection.whole };
  const page = writeReports(input, options, process.env);
  process.stdout.write(summary(input, { colour: takesColour(process.stdout, process.env), written: [page] }));
  return exitCode(run, comparison);
}

async function play(
  options: DrawnOptions,
  { all, selected }: Selection,
  target: PreparedTarget,
  { signal }: Interrupt,
  warm: RunChild,
): Promise<Run> {
  const started = Date.now();
  const { seed, random } = options;
  const strict = options.strict ?? false;
  const progress = showProgress(selected, strict, process.stdout, process.env);
  const hope = new Hope(() => performance.now());
  const despair = new AbortController();
  const gatherer = new Gatherer((run) => {
    progress.finished(run);
    const lost = signal.aborted ? undefined : hope.lost(run);
    if (lost !== undefined) despair.abort(lost);
  });
  const children = Math.min(options.shards ?? defaultChildren(), target.childLimit);
  const { shares, capabilities } = await playPlan({
    plan: planOf(selected, all, { children, accounts: target.accounts }),
    job: { target: target.description, seed, wipe: options.wipe ?? false },
    root: packageRoot(),
    steps: stepFiles(),
    random,
    messages: makeMessagesFolder(options.out),
    warm,
    signal: AbortSignal.any([signal, despair.signal]),
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

/** All of them where the whole specification was read, else those of the RFCs that the selected scenarios name. */
function readRequirements({ whole, selected }: Selection): RequirementFile[] {
  const named = selected.flatMap(({ requirements }) => requirements.map((id) => sectionOf(id)?.rfc));
  return loadRequirements(join(packageRoot(), 'features/requirements'), whole ? undefined : new Set(named));
}

/** Coverage looks at every scenario of the files that were read, whether it was played or not. */
function coveringOf({ all }: Selection, run: Run) {
  const verdicts = new Map(run.scenarios.map(({ id, verdict }) => [id, verdict]));
  return all.map(({ id, requirements }) => ({ id, requirements, verdict: verdicts.get(id) }));
}
