/** `mailspec explain`: finds what an id means. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainRequirement, explainScenario } from '../reports/formats/explain';
import { parseWritten } from '../reports/messages/parse';
import { indexRequirements, loadRequirements } from '../reports/verdict/requirements';
import { packageRoot } from '../support/package-root';
import { UsageError } from '../support/targets/usage-error';
import { loadSpecification } from './specification';

/** @throws UsageError when neither a requirement nor a scenario is called so */
export function explain(id: string): string {
  const wanted = id.replace(/^@/, '');
  const requirements = indexRequirements(loadRequirements(join(packageRoot(), 'features/requirements')));
  const requirement = requirements.get(wanted);
  const scenarios = loadSpecification();
  if (requirement !== undefined) return explainRequirement(requirement, scenarios);
  const scenario = scenarios.find((one) => one.id === wanted || one.was.includes(wanted));
  if (scenario === undefined)
    throw new UsageError('unknown-id', complaint(wanted, [...requirements.keys()], scenarios));
  const source = readFileSync(join(packageRoot(), scenario.uri), 'utf8');
  const written = parseWritten(source, scenario.uri).find((one) => one.scenario.id === scenario.id);
  return explainScenario(written!, requirements);
}

/** What begins like it, so that a section or a topic can be given to look around. */
function complaint(id: string, requirements: string[], scenarios: { id: string }[]): string {
  const alike = [...requirements, ...scenarios.map((scenario) => scenario.id)].filter((known) => known.startsWith(id));
  const hint = alike.length > 0 ? `; these begin like it:\n${alike.map((known) => `  ${known}`).join('\n')}` : '';
  return `no requirement and no scenario is called ${id}${hint}`;
}
