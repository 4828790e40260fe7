/**
 * Every step of every scenario has exactly one definition, and every definition is used, with every word of the tables that its
 * parameters are made from (features/README.md).
 */
import { join } from 'node:path';
import { loadSupport } from '@cucumber/cucumber/api';
import { RESPONSE_QUALITIES } from '../../support/scenario/imap-responses';
import { LINE_QUALITIES } from '../../support/scenario/reply-lines';
import { STARTS, withoutPort } from '../../support/scenario/starts';
import { TRACE_QUALITIES } from '../../support/scenario/trace';
import { type FeatureFile, readFeatures } from '../scenarios';
import type { Finding } from './finding';

interface Definition {
  matchesStepName(text: string): boolean;
  expression: { source: string; match(text: string): readonly Argument[] | null };
}

interface Argument {
  parameterType: { name: string };
  group: { value: string };
}

/** The words of each parameter type that is made from a table. */
export const OPEN_WORDS: Readonly<Record<string, readonly string[]>> = {
  session: [...new Set([...STARTS.keys()].map(withoutPort))],
  'line-quality': LINE_QUALITIES,
  'response-quality': RESPONSE_QUALITIES,
  trace: TRACE_QUALITIES,
};

/** DESIGN: about forty step forms in all. */
const MOST_FORMS = 45;

export async function checkVocabulary(root: string): Promise<Finding[]> {
  const definitions = await stepDefinitions(root);
  const used = new Set<Definition>();
  const said = new Set<string>();
  const findings: Finding[] = [];
  for (const feature of readFeatures(root)) {
    for (const { text, line } of stepsOf(feature)) {
      const { path } = feature;
      const matching = definitions.filter((definition) => definition.matchesStepName(text));
      for (const definition of matching) {
        used.add(definition);
        for (const { parameterType, group } of definition.expression.match(text) ?? [])
          said.add(`${parameterType.name} ${withoutPort(group.value)}`);
      }
      if (matching.length === 0) findings.push({ at: `${path}:${line}`, message: `no step definition for: ${text}` });
      if (matching.length > 1)
        findings.push({ at: `${path}:${line}`, message: `${matching.length} step definitions for: ${text}` });
    }
  }
  for (const definition of definitions) {
    if (!used.has(definition))
      findings.push({ at: 'steps', message: `used by no scenario: ${definition.expression.source}` });
  }
  for (const [type, words] of Object.entries(OPEN_WORDS)) {
    for (const word of words)
      if (!said.has(`${type} ${word}`))
        findings.push({ at: 'support/scenario', message: `{${type}} that no scenario says: ${word}` });
  }
  if (definitions.length > MOST_FORMS) {
    findings.push({
      at: 'steps',
      message: `${definitions.length} step forms: the vocabulary stays below ${MOST_FORMS}`,
    });
  }
  return findings;
}

async function stepDefinitions(root: string): Promise<Definition[]> {
  const library = await loadSupport(
    {
      sources: { paths: [], defaultDialect: 'en', names: [], tagExpression: '', order: 'defined' },
      support: { requireModules: [], requirePaths: [join(root, 'steps/**/*.ts')], importPaths: [], loaders: [] },
    },
    { cwd: root },
  );
  // The library's type shows only what may be handed on; the definitions are there.
  return (library as unknown as { stepDefinitions: Definition[] }).stepDefinitions;
}

function stepsOf({ document, pickles }: FeatureFile): { text: string; line: number }[] {
  const lines = new Map<string, number>();
  JSON.stringify(document, (_key, value) => {
    if (value?.id !== undefined && value.location !== undefined && value.keyword !== undefined)
      lines.set(value.id, value.location.line);
    return value;
  });
  return pickles.flatMap((pickle) =>
    pickle.steps.map((step) => ({ text: step.text, line: lines.get(step.astNodeIds[0] ?? '') ?? 0 })),
  );
}
