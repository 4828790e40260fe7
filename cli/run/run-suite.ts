/** `mailspec run`: joins target, specification, children, verdicts and reports. */
import { join } from 'node:path';
import { flickering, worstOf } from '../../reports/flicker';
import { flickerTable } from '../../reports/formats/console/flicker';
import { makePaint, takesColour } from '../../reports/formats/console/paint';
import { summary } from '../../reports/formats/console/summary';
import type { Run } from '../../reports/run';
import { compare } from '../../reports/verdict/baseline';
import { coverageOf } from '../../reports/verdict/coverage';
import { EXIT, exitCode } from '../../reports/verdict/exit-code';
import { indexRequirements, loadRequirements, type RequirementFile } from '../../reports/verdict/requirements';
import { packageRoot } from '../../support/package-root';
import { atItsPace } from '../../support/probe/pace';
import { RunChild } from '../../support/run/child-process';
import { sectionOf } from '../../support/run/filter';
import { withPatience } from '../../support/targets/patience';
import { isElsewhere, type PreparedTarget, prepareTarget } from '../../support/targets/prepare';
import { spokenTarget } from '../spoken-target';
import { readBaseline, writeBaseline } from './baseline-file';
import { makeFolder, makePlaceFor } from './folder';
import { type Interrupt, listenForInterrupt } from './interrupt';
import { broughtUpToDate, failedIn, readLastRun, sinceLast } from './last-run';
import { type DrawnOptions, drawn, type RunOptions, withCare } from './options';
import { type Playing, playSelection } from './play-selection';
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
    const selection = selectWanted(options);
    if (selection.selected.length === 0) return nothingSelected(options, say);
    if (warm === undefined) return await list(options, selection, say);
    makePlaces(options);
    options = { ...options, target: await spokenTarget(options, say) };
    if (options.random !== undefined) say(`in random order: --random ${options.random}`);
    target = await ready(options, say);
    const careful = withCare(options, target);
    if (careful === options) return await playAndReport(options, selection, target, interrupt, warm);
    say(`${target.name} ${LEFT_OUT}`);
    const safe = selectWanted(careful);
    if (safe.selected.length === 0) return nothingSelected(careful, say);
    return await playAndReport(careful, safe, target, interrupt, warm);
  } finally {
    warm?.kill();
    await target?.stop();
    interrupt.dispose();
  }
}

/** Nothing is played whose reports could not be written. */
function makePlaces({ out, json, junit, baseline, updateBaseline }: RunOptions): void {
  makeFolder(out);
  for (const path of [json, junit, updateBaseline ? baseline : undefined])
    if (path !== undefined && path !== '-') makePlaceFor(path);
}

/** What the filters let pass; of that, what failed the last time, where that is asked for. */
function selectWanted(options: DrawnOptions): Selection {
  const selection = select(options);
  if (!options.rerunFailed) return selection;
  const failed = failedIn(readLastRun(options.out), options.out, options.strict ?? false);
  return { ...selection, selected: selection.selected.filter(({ id }) => failed.has(id)) };
}

/** Prepares the target, tries it, and gives it the time that it needs. */
async function ready(options: DrawnOptions, say: (line: string) => void): Promise<PreparedTarget> {
  const { target: file, wipe = false, allowRemote = false, defect: defects, preset, profile, install } = options;
  const target = await prepareTarget({ file, preset, profile, install, defects, wipe, allowRemote, log: say });
  try {
    if (isKept(target, wipe))
      say('the mailboxes may not be emptied: what needs an empty one is blocked (disposable: true, or --wipe)');
    const patient = withPatience(target.description, options.timeoutFactor ?? 1);
    const pace = { strict: isOwn(options), wipe, file: file ?? 'the target file', say };
    return { ...target, description: await atItsPace(patient, pace) };
  } catch (error) {
    await target.stop();
    throw error;
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
async function list(options: DrawnOptions, selection: Selection, say: (line: string) => void): Promise<number> {
  const careful = withCare(options, { remote: options.target !== undefined && (await isElsewhere(options.target)) });
  if (careful !== options) say(`${options.target} ${LEFT_OUT}`);
  process.stdout.write(listing((careful === options ? selection : selectWanted(careful)).selected));
  return EXIT.ok;
}

function nothingSelected({ safe, rerunFailed }: RunOptions, say: (line: string) => void): number {
  if (rerunFailed) {
    say('nothing to play again: nothing of this failed the last time');
    return EXIT.ok;
  }
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
  // Where the run itself goes to the standard output, what people read goes beside it.
  const output = options.json === '-' ? process.stderr : process.stdout;
  const colour = takesColour(output, process.env, options.color);
  const verbosity = options.quiet
    ? 'quiet'
    : options.verbose || selection.selected.length === 1
      ? 'verbose'
      : undefined;
  const progress = { strict: options.strict ?? false, colour, verbosity, output } as const;
  const last = readLastRun(options.out);
  const [runs, files] = await Promise.all([
    playRepeatedly({ options, selection, target, baseline, signal: interrupt.signal, warm, progress }),
    // Read while the children play.
    Promise.resolve().then(() => readRequirements(selection)),
  ]);
  const played = worstOf(runs);
  const run = options.rerunFailed && last !== undefined ? broughtUpToDate(last, played) : played;
  const coverage = coverageOf(files, coveringOf(selection, run));
  const requirements = indexRequirements(files);
  const baselinePath = options.baseline ?? target.baseline;
  const kept =
    options.updateBaseline && baselinePath !== undefined && run.totals.notPlayed === 0 && run.endedEarly === undefined
      ? writeBaseline(baselinePath, baseline, run, (id) => requirements.get(id)?.says, options.why)
      : baseline;
  const comparison = compare(kept, run.scenarios, run.filters);
  const input = { run, coverage, comparison, whole: selection.whole };
  const written = [writeReports(input, options, process.env)];
  const { quiet, showKnown } = options;
  if (runs.length > 1) output.write(`${flickerTable(flickering(runs), runs.length, makePaint(colour))}\n\n`);
  output.write(
    summary(input, { colour, written, width: output.columns, since: sinceLast(last, run), quiet, showKnown }),
  );
  return run.interrupted ? interrupt.code() : exitCode(run, comparison);
}

/** As often as was asked, as long as nobody ends it. */
async function playRepeatedly(playing: Playing): Promise<Run[]> {
  const runs: Run[] = [];
  const { repeat = 1 } = playing.options;
  while (runs.length < repeat) {
    const run = await playSelection({ ...playing, warm: runs.length === 0 ? playing.warm : undefined });
    runs.push(run);
    if (run.totals.notPlayed > 0) break;
  }
  return runs;
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
