/** What a person sees while the run goes on: one live line on a terminal, a line for each finished feature file in a pipe. */

import { makePaint, takesColour } from '../../reports/formats/console/paint';
import { countsOf } from '../../reports/formats/counts';
import type { Scenario } from '../../reports/messages/scenario';
import type { ScenarioRun } from '../../reports/messages/scenario-run';
import { topicOf } from '../../reports/messages/slug';
import { judge } from '../../reports/verdict/judge';
import { totalsOf, type Verdict } from '../../reports/verdict/verdict';

export interface Progress {
  finished(run: ScenarioRun): void;
  /** Takes the live line away. */
  end(): void;
}

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** Milliseconds between two drawings of the live line. */
const REDRAW = 100;

export function showProgress(
  selected: readonly Scenario[],
  strict: boolean,
  output: Output,
  env: NodeJS.ProcessEnv,
): Progress {
  const paint = makePaint(takesColour(output, env));
  const verdictOf = (run: ScenarioRun) => ({ verdict: judge(run, strict).verdict });
  const counts = (verdicts: { verdict: Verdict }[]) => countsOf(totalsOf(verdicts), paint);
  return output.isTTY === true ? liveLine() : linePerFile();

  function linePerFile(): Progress {
    const files = new Map<string, { left: number; verdicts: { verdict: Verdict }[] }>();
    for (const { uri } of selected) {
      const file = files.get(uri) ?? { left: 0, verdicts: [] };
      file.left++;
      files.set(uri, file);
    }
    return {
      finished: (run) => {
        const file = files.get(run.scenario.uri);
        if (file === undefined) return;
        file.verdicts.push(verdictOf(run));
        if (--file.left === 0) output.write(`${topicOf(run.scenario.uri)}: ${counts(file.verdicts)}\n`);
      },
      end: () => {},
    };
  }

  function liveLine(): Progress {
    const verdicts: { verdict: Verdict }[] = [];
    let drawn = Number.NEGATIVE_INFINITY;
    return {
      finished: (run) => {
        verdicts.push(verdictOf(run));
        if (performance.now() - drawn < REDRAW) return;
        drawn = performance.now();
        const plain = `${verdicts.length} of ${selected.length}, ${topicOf(run.scenario.uri)}: `;
        if (plain.length + 20 < (output.columns || 80)) output.write(`\r\u001b[2K${plain}${counts(verdicts)}`);
        else output.write(`\r\u001b[2K${verdicts.length} of ${selected.length}`);
      },
      end: () => void output.write('\r\u001b[2K'),
    };
  }
}
