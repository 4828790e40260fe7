/** Collects what the children's messages tell, and sees to it that every selected scenario has exactly one run. */
import { MessageReader } from '../../reports/messages/reader';
import type { Scenario } from '../../reports/messages/scenario';
import { type ScenarioRun, unfinished } from '../../reports/messages/scenario-run';
import type { PlayedShare } from '../../support/run/play-plan';

export class Gatherer {
  private readonly runs = new Map<string, ScenarioRun>();
  private readonly readers: MessageReader[] = [];

  /** @param onScenario told of each scenario that finishes */
  constructor(private readonly onScenario: (run: ScenarioRun) => void) {}

  /** What takes the messages of one more child. */
  reader(): (text: string) => void {
    const reader = new MessageReader((run) => {
      this.runs.set(run.scenario.id, run);
      this.onScenario(run);
    });
    this.readers.push(reader);
    return (text) => reader.push(text);
  }

  /** One run for each selected scenario, in their order; what did not finish says why. */
  all(selected: readonly Scenario[], shares: readonly PlayedShare<Scenario>[]): ScenarioRun[] {
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
