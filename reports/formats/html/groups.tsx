/** Scenarios under a heading: those of one cause, in the order in which to mend them, and the others by the page that they stand on. */
import type { ScenarioResult } from '../../run';
import type { Cause } from '../../verdict/causes';
import { totalsOf } from '../../verdict/verdict';
import { countsOf, scenariosOf } from '../counts';
import { Scenario, type Shared } from './scenario';
import { Verdict } from './verdict';

export function CauseGroup({ cause, place, shared }: { cause: Cause; place: number; shared: Shared }) {
  const { title, verdict, scenarios } = cause;
  return (
    <details class="group cause" open>
      <summary>
        <h2>
          <span class="place">{place}.</span> <Verdict is={verdict} /> {title}{' '}
          <small>{scenariosOf(scenarios.length)}</small>
        </h2>
      </summary>
      <Items scenarios={scenarios} shared={shared} />
    </details>
  );
}

/** Folded until somebody asks: most of a run is what is well, or does not apply. */
export function TopicGroup(props: { topic: string; scenarios: readonly ScenarioResult[]; shared: Shared }) {
  const { topic, scenarios, shared } = props;
  return (
    <details class="group">
      <summary>
        <h2>
          {topic} <small>{`${scenarios[0]?.feature ?? ''}: ${countsOf(totalsOf(scenarios))}`}</small>
        </h2>
      </summary>
      <Items scenarios={scenarios} shared={shared} />
    </details>
  );
}

function Items({ scenarios, shared }: { scenarios: readonly ScenarioResult[]; shared: Shared }) {
  return (
    <>
      {scenarios.map((scenario) => (
        <Scenario key={scenario.id} scenario={scenario} shared={shared} />
      ))}
    </>
  );
}
