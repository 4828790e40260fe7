/** `mailspec grade`: one submission, or a class. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { takesColour } from '../../reports/formats/console/paint';
import { stageLines, totalLine } from '../../reports/grade/console';
import type { StageMark } from '../../reports/grade/grade';
import { EXIT } from '../../reports/verdict/exit-code';
import { indexRequirements, loadRequirements } from '../../reports/verdict/requirements';
import { packageRoot } from '../../support/package-root';
import { nearest } from '../../support/targets/nearest';
import { UsageError } from '../../support/targets/usage-error';
import { makeFolder } from '../run/folder';
import { listenForInterrupt } from '../run/interrupt';
import { loadSpecification } from '../specification';
import { gradeClass } from './class';
import { fingerprintOf } from './fingerprint';
import { type Grading, GradingEnded } from './grade-one';
import { gradeOrNot } from './grade-or-not';
import type { GradeOptions } from './options';
import { planStages } from './plan-stages';
import { loadRubric, type Rubric } from './rubric';
import { updateCounts } from './update-counts';
import { tellGithub, writeGrade } from './write-grade';

/** Everybody's, so that marks can be compared; `--seed` draws others. */
const SEED = 1;

/** @returns the exit code: 0 whatever the mark, 3 where there is none */
export async function gradeSuite(path: string, options: GradeOptions): Promise<number> {
  const rubric = loadRubric(path);
  const all = loadSpecification();
  const stages = wanted(rubric, options.stage);
  if (options.update) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, updateCounts(text, planStages(rubric.stages, all, false)));
    return EXIT.ok;
  }
  const planned = planStages(stages, all, !options.list);
  if (options.list) {
    for (const { stage, scenarios, worth } of planned)
      process.stdout.write(
        `${[stage.id, `${stage.cap} points`, `${worth.size} requirements`, `${scenarios.length} scenarios`].join('\t')}\n`,
      );
    return EXIT.ok;
  }
  const command = options.server ?? rubric.server;
  if (command === undefined)
    throw new UsageError(
      'no-server',
      "say how the server is started: --server 'python3 server.py', or server: in the rubric",
    );
  if (options.batch === undefined && !statSync(options.submission, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError('no-submission', `${options.submission} is no folder; --submission names that of a server`);
  const requirements = indexRequirements(loadRequirements(join(packageRoot(), 'features/requirements')));
  const grading: Grading = { rubric, planned, all, requirements, seed: options.seed ?? SEED };
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const interrupt = listenForInterrupt(say);
  try {
    if (options.batch !== undefined) {
      return await gradeClass(grading, command, { ...options, batch: options.batch }, interrupt.signal);
    }
    makeFolder(options.out);
    return await gradeAlone(grading, command, options, interrupt.signal);
  } catch (error) {
    if (error instanceof GradingEnded) return EXIT.interrupted;
    throw error;
  } finally {
    interrupt.dispose();
  }
}

async function gradeAlone(
  grading: Grading,
  command: string,
  options: GradeOptions,
  signal: AbortSignal,
): Promise<number> {
  const { language, out, submission: folder, verbose } = options;
  const name = basename(resolve(folder));
  const fingerprint = fingerprintOf(folder, grading, command);
  const colour = takesColour(process.stdout, process.env);
  const graded = await gradeOrNot(
    grading,
    { name, folder, command, fingerprint },
    {
      signal,
      onStage: inTurn(grading, (mark) => process.stdout.write(stageLines(mark, language, colour))),
      onLine: verbose ? (line) => process.stderr.write(`${line}\n`) : undefined,
    },
  );
  const page = writeGrade(graded, { out, language, env: process.env });
  tellGithub(graded.grade, language, process.env);
  process.stdout.write(totalLine(graded.grade, language, page));
  return graded.grade.status === 'error' ? EXIT.error : EXIT.ok;
}

/** In the order of the rubric: what has its mark waits for what stands before it. */
function inTurn({ planned }: Grading, show: (mark: StageMark) => void): (mark: StageMark) => void {
  const marks = new Map<string, StageMark>();
  const waiting = planned.map(({ stage }) => stage.id);
  return (mark) => {
    marks.set(mark.id, mark);
    for (let next = marks.get(waiting[0] ?? ''); next !== undefined; next = marks.get(waiting[0] ?? '')) {
      show(next);
      waiting.shift();
    }
  };
}

function wanted(rubric: Rubric, ids: readonly string[]) {
  const known = rubric.stages.map(({ id }) => id);
  const strange = ids.find((id) => !known.includes(id));
  if (strange !== undefined) {
    const near = nearest(strange, known);
    const instead = near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`;
    throw new UsageError('no-stage', `there is no stage ${strange}: ${instead}`);
  }
  return ids.length === 0 ? rubric.stages : rubric.stages.filter(({ id }) => ids.includes(id));
}
