/** When a run is not worth going on with: the target is gone, or nothing has worked for a while. */
import type { ScenarioRun } from '../messages/scenario-run';
import { judge } from './judge';

/** Scenarios in a row that could not connect; one that a restart catches is none. */
const REFUSED = 8;
/** Scenarios that all ended in the same way, and the time they may take: nothing else will come of the others. */
const ALIKE = 10;
const PATIENCE = 20_000;

/** Listens to the scenarios of a run as they end. */
export class Hope {
  private readonly started: number;
  private refused = 0;
  private judged = 0;
  private ways = new Set<string>();
  private lastServed: string | undefined;

  /** @param now milliseconds, of any clock */
  constructor(private readonly now: () => number) {
    this.started = now();
  }

  /** Why the run should end here, once it should. */
  lost(run: ScenarioRun): string | undefined {
    const { verdict, code, reason } = judge(run, false);
    if (verdict === 'notApplicable' || verdict === 'notPlayed') return undefined;
    this.judged++;
    const isRefused = verdict === 'error' && code === 'connection-refused';
    this.refused = isRefused ? this.refused + 1 : 0;
    if (!isRefused) this.lastServed = run.scenario.id;
    if (this.refused >= REFUSED) {
      const last =
        this.lastServed === undefined ? 'it was never reached' : `the last that it served was ${this.lastServed}`;
      return `the server is gone (${reason}); ${last}`;
    }
    const works = verdict !== 'error' && verdict !== 'blocked' && !run.outcomes.some(isSilence);
    this.ways.add(works ? 'works' : wayOf(code, reason));
    if (this.judged < ALIKE || this.ways.size > 1 || works || this.now() - this.started < PATIENCE) return undefined;
    return `nothing works: ${this.judged} scenarios ended in the same way: ${reason}`;
  }
}

/** What went wrong, whatever was to be brought about by it: `cannot begin with “…”: LOGIN: an IMAP response did not come within # ms`. */
function wayOf(code: string, reason: string): string {
  return `${code}: ${reason.slice(reason.lastIndexOf(': ') + 1).replace(/\d+/g, '#')}`;
}

/** Nothing came in time, or what came had no end: what a fail says of a server that never answers. */
function isSilence({ code }: { code: string }): boolean {
  return code === 'timeout' || code === 'reply-too-long' || code === 'line-too-long' || code === 'too-much';
}
