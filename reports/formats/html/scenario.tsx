/** One scenario: its verdict and the sentence of its requirement at a glance, the evidence when it is opened. */
import { topicOf } from '../../messages/slug';
import { type Run, replayOf, type ScenarioResult } from '../../run';
import { addressOf, citationOf, type Requirement } from '../../verdict/requirements';
import { timeOf } from '../counts';
import { Code } from './code';
import { Evidence } from './evidence';
import { Sentence } from './sentence';
import { Verdict } from './verdict';

/** What each scenario is shown by. */
export interface Shared {
  run: Run;
  requirements: Map<string, Requirement>;
  /** Those that the baseline lists. */
  known: ReadonlySet<ScenarioResult>;
}

export function Scenario({ scenario, shared }: { scenario: ScenarioResult; shared: Shared }) {
  const { run, requirements, known } = shared;
  const { id, verdict, name, rule, detail, reason, code, transcript, durationMs, blockedBy, uri, line } = scenario;
  return (
    <details
      class="item scenario"
      id={id}
      data-kind={known.has(scenario) ? 'known' : verdict}
      data-topic={topicOf(uri)}
      data-rule={scenario.requirements[0] ?? ''}
    >
      <summary>
        <Verdict is={verdict} known={known.has(scenario)} />
        <span class="title">
          <b>{name}</b> <small>{id}</small>
        </span>
        {scenario.requirements.map((requirement) => (
          <span class="rule" key={requirement}>
            <Sentence id={requirement} requirements={requirements} />
          </span>
        ))}
      </summary>
      <div class="body">
        {scenario.requirements.map((requirement) => (
          <Place key={requirement} requirement={requirements.get(requirement)} />
        ))}
        {rule === '' ? undefined : <p>{rule}</p>}
        {reason === '' ? undefined : (
          <p>
            <span class={verdict}>{reason}</span> <small>{code}</small>
          </p>
        )}
        {detail === undefined || detail === reason ? undefined : <Evidence detail={detail} />}
        {blockedBy === undefined ? undefined : (
          <p>
            judged by the scenarios of <Sentence id={blockedBy} requirements={requirements} linked />
          </p>
        )}
        <Code label="the command that plays it again">{replayOf(run, scenario)}</Code>
        {transcript === '' ? undefined : (
          <details>
            <summary>transcript</summary>
            <Code label="the transcript">{transcript}</Code>
          </details>
        )}
        <p class="dim">{`${uri}:${line}, ${timeOf(durationMs)}`}</p>
      </div>
    </details>
  );
}

/** Where to read on. */
function Place({ requirement }: { requirement: Requirement | undefined }) {
  const address = requirement && addressOf(requirement);
  if (requirement === undefined || address === undefined) return null;
  return (
    <p>
      <a href={address}>{citationOf(requirement)}</a>
    </p>
  );
}
