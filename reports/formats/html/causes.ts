/** The list at the top of the page: what to mend, in which order, with a link to the plainest scenario of each cause. */
import type { ScenarioResult } from '../../run';
import { causesOf } from '../../verdict/causes';
import { verdictLabel } from '../../verdict/verdict';
import { escapeXml as text } from '../xml';

/** @param scenarios those that the baseline does not know; the empty text where nothing is wrong with them */
export function causeList(scenarios: readonly ScenarioResult[]): string {
  const causes = causesOf(scenarios);
  if (causes.length === 0) return '';
  const items = causes.map(
    ({ title, verdict, scenarios: [plain, ...others] }) =>
      `<li><span class="verdict ${verdict}">${verdictLabel(verdict)}</span> ${link(plain, title)}${also(others)}</li>\n`,
  );
  return `<details class="causes" open><summary>What to mend, in this order: ${causes.length}</summary>\n<ol>\n${items.join('')}</ol>\n</details>\n`;
}

function link({ id }: ScenarioResult, label: string): string {
  return `<a href="#${text(encodeURIComponent(id))}">${text(label)}</a>`;
}

function also(others: readonly ScenarioResult[]): string {
  if (others.length === 0) return '';
  const items = others.map((scenario) => `<li>${link(scenario, scenario.id)}</li>\n`);
  return `<details><summary>the same in ${others.length} more</summary>\n<ul>\n${items.join('')}</ul>\n</details>`;
}
