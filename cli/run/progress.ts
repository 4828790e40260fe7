/**
 * What a person sees while the run goes on: on a terminal a bar with what is left; in a pipe a line for each tenth; each scenario with its
 * transcript where that is asked for.
 */
import { SingleBar } from 'cli-progress';
import { makePaint } from '../../reports/formats/console/paint';
import { countsOf } from '../../reports/formats/counts';
import type { Scenario } from '../../reports/messages/scenario';
import type { ScenarioRun } from '../../reports/messages/scenario-run';
import { topicOf } from '../../reports/messages/slug';
import { judge } from '../../reports/verdict/judge';
import { totalsOf, type Verdict, verdictLabel } from '../../reports/verdict/verdict';

export interface Progress {
  finished(run: ScenarioRun): void;
  /** Takes the bar away. */
  end(): void;
}

export interface ProgressOptions {
  strict: boolean;
  colour: boolean;
  /** Every scenario with its transcript; nothing at all. */
  verbosity?: 'verbose' | 'quiet';
  output: NodeJS.WriteStream;
}

/** Lines of a whole run in a pipe. */
const PARTS = 10;

export function showProgress(selected: readonly Scenario[], options: ProgressOptions): Progress {
  const { strict, colour, verbosity, output } = options;
  const paint = makePaint(colour);
  if (verbosity === 'quiet') return { finished: () => {}, end: () => {} };
  if (verbosity === 'verbose') return eachScenario();
  const verdicts: { verdict: Verdict }[] = [];
  const counts = () => countsOf(totalsOf(verdicts), paint);
  return output.isTTY ? bar() : linePerPart();

  function eachScenario(): Progress {
    return {
      finished: (run) => {
        const { verdict, reason } = judge(run, strict);
        const head = `${paint(verdictLabel(verdict), verdict)} ${run.scenario.id}${reason === '' ? '' : `: ${reason}`}`;
        output.write(`${[head, ...run.transcript.split('\n').filter((line) => line !== '')].join('\n  ')}\n`);
      },
      end: () => {},
    };
  }

  function linePerPart(): Progress {
    const part = Math.max(1, Math.ceil(selected.length / PARTS));
    return {
      finished: (run) => {
        verdicts.push({ verdict: judge(run, strict).verdict });
        const { length } = verdicts;
        if (length % part === 0 || length === selected.length)
          output.write(`${length} of ${selected.length}: ${counts()}\n`);
      },
      end: () => {},
    };
  }

  function bar(): Progress {
    // What does not fit the line is cut off by the terminal.
    const line = new SingleBar({
      ...{ stream: output, format: '{bar} {value} of {total}, {eta_formatted} left  {counts}  {topic}' },
      ...{ barsize: 20, barCompleteChar: '█', barIncompleteChar: '░' },
      ...{ clearOnComplete: true, hideCursor: true, etaBuffer: 100 },
    });
    line.start(selected.length, 0, { counts: '', topic: '' });
    return {
      finished: (run) => {
        verdicts.push({ verdict: judge(run, strict).verdict });
        line.update(verdicts.length, { counts: counts(), topic: topicOf(run.scenario.uri) });
      },
      end: () => line.stop(),
    };
  }
}
