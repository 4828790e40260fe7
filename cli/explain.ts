/** `mailspec explain`: finds what an id means. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainRequirement, explainScenario } from '../reports/formats/explain';
import { parseWritten, type WrittenScenario } from '../reports/messages/parse';
import type { Scenario } from '../reports/messages/scenario';
import { indexRequirements, loadRequirements } from '../reports/verdict/requirements';
import { packageRoot } from '../support/package-root';
import { nearest } from '../support/targets/nearest';
import { UsageError } from '../support/targets/usage-error';
import { readLastRun } from './run/last-run';
import { loadSpecification, topics } from './specification';
import { usualMistakes } from './usual-mistakes';

/** Lines of what begins alike; more are for `mailspec list`. */
const ALIKE = 40;

/**
 * @param out where the last run's reports are, if there was one
 * @throws UsageError when neither a requirement nor a scenario is called so
 */
export function explain(id: string, out: string): string {
  const wanted = id.replace(/^@/, '');
  const requirements = indexRequirements(loadRequirements(join(packageRoot(), 'features/requirements')));
  const requirement = requirements.get(wanted);
  const scenarios = loadSpecification();
  const last = readLastRun(out);
  if (requirement !== undefined) {
    const covering = scenarios.filter(({ requirements: covered }) => covered.includes(wanted));
    return explainRequirement(requirement, covering, {
      example: plainest(covering),
      mistakes: usualMistakes(covering.map((one) => one.id)),
      last,
    });
  }
  const scenario = scenarios.find((one) => one.id === wanted || one.was.includes(wanted));
  if (scenario === undefined)
    throw new UsageError('unknown-id', complaint(wanted, [...requirements.keys()], scenarios));
  return explainScenario(writtenOf(scenario), requirements, { mistakes: usualMistakes([scenario.id]), last });
}

/** One with a dialogue, about as little else as can be. */
function plainest(covering: readonly Scenario[]): WrittenScenario | undefined {
  const written = covering
    .map(writtenOf)
    .sort((a, b) => a.scenario.requirements.length - b.scenario.requirements.length);
  return written.find(({ steps }) => steps.some(({ lines }) => lines[0]?.startsWith('"""'))) ?? written[0];
}

function writtenOf({ id, uri }: Scenario): WrittenScenario {
  const source = readFileSync(join(packageRoot(), uri), 'utf8');
  return parseWritten(source, uri).find(({ scenario }) => scenario.id === id)!;
}

/** What begins like it, so that a section or a topic can be given to look around. */
function complaint(id: string, requirements: string[], scenarios: { id: string }[]): string {
  const all = [...requirements, ...scenarios.map((scenario) => scenario.id)];
  const alike = all.filter((known) => known.startsWith(id));
  if (alike.length === 0) return `no requirement and no scenario is called ${id}${orNearest(id, all)}`;
  const shown = alike.slice(0, ALIKE).map((known) => `\n  ${known}`);
  const rest = alike.length - shown.length;
  const more = rest > 0 ? `\n  … and ${rest} more: mailspec list requirements | grep ${id}` : '';
  return `no requirement and no scenario is called ${id}; these begin like it:${shown.join('')}${more}`;
}

/** A topic that was mistyped stands in hundreds of ids, so that it is compared with topics. */
function orNearest(id: string, all: readonly string[]): string {
  const known = id.includes('/') && !id.includes('#') ? topics() : all;
  const close = nearest(id, known);
  return close === undefined ? '' : `; did you mean ${close}?`;
}
