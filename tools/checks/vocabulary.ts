/** Every step of every scenario has exactly one definition, and every definition is used (features/README.md). */
import { type FeatureFile, readFeatures } from '../scenarios';
import type { Finding } from './finding';
import { type Definition, stepDefinitions } from './step-definitions';

/** DESIGN: about forty step forms for what goes over the wire; a person at a webmail has words of her own. */
const MOST_FORMS = 75;

export async function checkVocabulary(root: string): Promise<Finding[]> {
  const definitions = await stepDefinitions(root);
  const used = new Set<Definition>();
  const findings: Finding[] = [];
  for (const feature of readFeatures(root)) {
    for (const { text, line } of stepsOf(feature)) {
      const { path } = feature;
      const matching = definitions.filter((definition) => definition.matchesStepName(text));
      for (const definition of matching) used.add(definition);
      if (matching.length === 0) findings.push({ at: `${path}:${line}`, message: `no step definition for: ${text}` });
      if (matching.length > 1)
        findings.push({ at: `${path}:${line}`, message: `${matching.length} step definitions for: ${text}` });
    }
  }
  for (const definition of definitions) {
    if (!used.has(definition))
      findings.push({ at: 'steps', message: `used by no scenario: ${definition.expression.source}` });
  }
  if (definitions.length > MOST_FORMS) {
    findings.push({
      at: 'steps',
      message: `${definitions.length} step forms: the vocabulary stays below ${MOST_FORMS}`,
    });
  }
  return findings;
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
