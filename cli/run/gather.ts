/** Collects what the children's messages tell, and sees to it that every selected scenario has exactly one run. */
import { MessageReader } from '../../reports/messages/reader';
import type { Scenario } from '../../reports/messages/scenario';
import { type ScenarioRun, unfinished } from '../../reports/messages/scenario-run';
import { tellWitness } from '../../reports/verdict/witness';
import type { PlayedShare } from '../../support/run/play-plan';

export class Gatherer {
  private readonly runs = new Map<string, ScenarioRun>();
  private readonly readers: MessageReader[] = [];
  /** Rules of the whole run, which nobody can judge before its end. */
  private readonly rules: ScenarioRun[] = [];

  /** @param onScenario told of each scenario that finishes */
  constructor(private readonly onScenario: (run: ScenarioRun) => void) {}

  /** What takes the messages of one more child. */
  reader(): (text: string) => void {
    const reader = new MessageReader((run) => {
      this.runs.set(run.scenario.id, run);
      if (run.rule === undefined) this.onScenario(run);
      else this.rules.push(run);
    });
    this.readers.push(reader);
    return (text) => reader.push(text);
  }

  /** One run for each selected scenario, in their order; what did not finish says why. Rules are told what was seen of them. */
  all(selected: readonly Scenario[], shares: readonly PlayedShare<Scenario>[]): ScenarioRun[] {
    const runs = tellWitness(this.inOrder(selected, shares));
    for (const run of runs) if (this.rules.some(({ scenario }) => scenario === run.scenario)) this.onScenario(run);
    return runs;
  }

  private inOrder(selected: readonly Scenario[], shares: readonly PlayedShare<Scenario>[]): ScenarioRun[] {
    const begun = new Map(this.readers.flatMap((reader) => reader.unfinished.map((run) => [run.scenario.id, run])));
    const endings = new Map(shares.flatMap(({ share, ...end }) => share.scenarios.map(({ id }) => [id, end])));
    return selected.map((scenario) => {
      const run = this.runs.get(scenario.id);
      if (run !== undefined) return run;
      const { ending, stopped } = endings.get(scenario.id) ?? { ending: 'it was not played', stopped: false };
      const cut = begun.get(scenario.id);
      return cut === undefined
        ? unfinished(scenario, ending, stopped)
        : { ...cut, unfinishedReason: `${ending}, in the middle of this scenario`, notPlayed: stopped };
    });
  }
}
