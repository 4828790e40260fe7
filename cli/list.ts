/** `mailspec list`: what there is to name on the command line. */
import { join } from 'node:path';
import type { Scenario } from '../reports/messages/scenario';
import { topicOf } from '../reports/messages/slug';
import { loadRequirements } from '../reports/verdict/requirements';
import { packageRoot } from '../support/package-root';
import { allMistakes, PROFILE_NAMES } from '../support/targets/embedded';
import type { Kind } from './kinds';
import { loadSpecification } from './specification';

/** A line for each, tab between the name and what it is: for eyes and for `cut`. */
export function listOf(kind: Kind): string {
  return LISTS[kind]()
    .map((columns) => `${columns.join('\t')}\n`)
    .join('');
}

const LISTS: Readonly<Record<Kind, () => readonly (readonly string[])[]>> = {
  topics: () => {
    const byTopic = new Map<string, Scenario[]>();
    for (const scenario of loadSpecification()) {
      const topic = topicOf(scenario.uri);
      byTopic.set(topic, [...(byTopic.get(topic) ?? []), scenario]);
    }
    return [...byTopic].map(([topic, { length }]) => [topic, `${length} scenario${length === 1 ? '' : 's'}`]);
  },
  requirements: () =>
    loadRequirements(join(packageRoot(), 'features/requirements')).flatMap(({ requirements }) =>
      requirements.map(({ id, level, says }) => [id, level, says]),
    ),
  mistakes: () => allMistakes().map(({ name, mistake }) => [name, mistake]),
  presets: () => {
    const { PRESET_NAMES } = require('../support/presets/presets') as typeof import('../support/presets/presets');
    return PRESET_NAMES.map((name) => [name]);
  },
  profiles: () => PROFILE_NAMES.map((name) => [name]),
};
