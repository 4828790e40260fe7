/** A run as one HTML page: each verdict beside the requirement's sentence, its evidence folded below. */
import { topicOf } from '../../messages/slug';
import { type CapabilityTable, type Run, replayOf, type ScenarioResult } from '../../run';
import { addressOf, citationOf, type Requirement } from '../../verdict/requirements';
import { VERDICTS, verdictLabel } from '../../verdict/verdict';
import { timeOf } from '../counts';
import { type ReportInput, requirementsOf } from '../report-input';
import { escapeXml as text } from '../xml';
import { causeList } from './causes';
import { page } from './page';
import { SCRIPT } from './script';

export function formatHtml(input: ReportInput): string {
  const { run } = input;
  const requirements = requirementsOf(input);
  const known = new Set(run.scenarios.filter((scenario) => isKnown(scenario, input)));
  const topics = [...new Set(run.scenarios.map(({ uri }) => uri))].map((uri) => {
    const scenarios = run.scenarios.filter((scenario) => scenario.uri === uri);
    const items = scenarios.map((scenario) => item(scenario, run, requirements, known.has(scenario)));
    return `<section class="topic">\n<h2>${text(topicOf(uri))} <small>${text(scenarios[0]?.feature ?? '')}</small></h2>\n${items.join('')}</section>\n`;
  });
  return page(
    `mailspec: ${run.target}`,
    `${head(run)}${causeList(run.scenarios.filter((scenario) => !known.has(scenario)))}${filters(run)}${topics.join('')}`,
    SCRIPT,
  );
}

function isKnown(scenario: ScenarioResult, { comparison }: ReportInput): boolean {
  return (scenario.verdict === 'fail' || scenario.verdict === 'blocked') && !comparison.unlisted.includes(scenario);
}

function head(run: Run): string {
  const given = Object.entries(run.filters).map(([name, value]) => `--${name} ${String(value)}`);
  const facts = [
    `${run.startedAt}, ${timeOf(run.durationMs)}, seed ${run.seed}, mailspec ${run.version}`,
    ...(given.length > 0 ? [`selected by ${given.join(' ')}`] : []),
    ...(run.strict ? ['strict: a SHOULD counts as a MUST'] : []),
    ...(run.interrupted ? ['the run was interrupted'] : []),
    ...(run.endedEarly === undefined ? [] : [`the run ended early: ${run.endedEarly}`]),
  ];
  const lines = facts.map((fact) => `<p class="dim">${text(fact)}</p>\n`).join('');
  return `<h1>${text(run.target)}</h1>\n${lines}${capabilities(run.capabilities)}`;
}

function capabilities(table: CapabilityTable): string {
  const rows = Object.entries(table).flatMap(([service, states]) =>
    Object.entries(states).map(([state, keywords]) => {
      const words = Object.entries(keywords).map(([keyword, parameters]) => [keyword, ...parameters].join(' '));
      return `<tr><td>${text(service)}</td><td>${text(state)}</td><td>${text(words.join(', '))}</td></tr>\n`;
    }),
  );
  if (rows.length === 0) return '';
  return `<details><summary>What it announces</summary>\n<table>\n${rows.join('')}</table>\n</details>\n`;
}

function filters({ totals }: Run): string {
  const boxes = VERDICTS.filter((verdict) => totals[verdict] > 0).map(
    (verdict) =>
      `<label><input type="checkbox" value="${verdict}" checked> <span class="${verdict}">${totals[verdict]} ${verdictLabel(verdict)}</span></label>\n`,
  );
  return `<div class="filters" hidden>\n${boxes.join('')}<input type="search" placeholder="title, id, requirement …" aria-label="Search">\n</div>\n`;
}

function item(scenario: ScenarioResult, run: Run, requirements: Map<string, Requirement>, known: boolean): string {
  const { id, verdict, name, detail, reason, code, transcript, durationMs, blockedBy } = scenario;
  const rules = scenario.requirements.map((rule) => `<span class="rule">${sentence(rule, requirements)}</span>`);
  const parts = [
    ...(scenario.rule === '' ? [] : [`<p>${text(scenario.rule)}</p>`]),
    ...(reason === '' ? [] : [`<p><span class="${verdict}">${text(reason)}</span> <small>${text(code)}</small></p>`]),
    ...(detail === undefined || detail === reason ? [] : [`<pre>${text(detail)}</pre>`]),
    ...(blockedBy === undefined ? [] : [`<p>judged by the scenarios of ${sentence(blockedBy, requirements)}</p>`]),
    `<pre>${text(replayOf(run, scenario))}</pre>`,
    ...(transcript === '' ? [] : [`<details><summary>transcript</summary><pre>${text(transcript)}</pre></details>`]),
    `<p class="dim">${text(`${scenario.uri}:${scenario.line}`)}, ${timeOf(durationMs)}</p>`,
  ];
  return `<details class="scenario" id="${text(id)}" data-verdict="${verdict}"><summary><span class="verdict ${verdict}">${verdictLabel(verdict)}${known ? ' (known)' : ''}</span> ${text(name)} <small>${text(id)}</small>${rules.join('')}</summary>
<div>${parts.join('\n')}</div></details>
`;
}

function sentence(id: string, requirements: Map<string, Requirement>): string {
  const requirement = requirements.get(id);
  if (requirement === undefined) return text(id);
  const address = addressOf(requirement);
  const place = text(citationOf(requirement));
  const link = address === undefined ? place : `<a href="${text(address)}">${place}</a>`;
  return `${link} ${text(`${requirement.level}: ${requirement.says} (${id})`)}`;
}
