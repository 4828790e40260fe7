/** A scenario as the specification states it: what the reports and the filters know of it before anything has run. */
import type { GherkinDocument, Pickle } from '@cucumber/messages';
import { idsOf } from './slug';

export type Level = 'MUST' | 'SHOULD' | 'MAY';

export interface Scenario {
  /** `smtp/order#rcpt-before-mail-…` */
  id: string;
  /** Ids it had before (`@was-…`). */
  was: string[];
  /** Path of the feature file as the messages name it. */
  uri: string;
  /** The line that selects it: of the scenario, or of its row of examples. */
  line: number;
  feature: string;
  /** The title of the rule it stands under; empty where there is none. */
  rule: string;
  /** The title, with the values of its row of examples. */
  name: string;
  tags: string[];
  /** Undefined where the tags name none: lint forbids it. */
  level: Level | undefined;
  /** Ids of the requirements it covers, in the order of its tags. */
  requirements: string[];
}

const LEVELS: readonly string[] = ['MUST', 'SHOULD', 'MAY'];

/**
 * The scenarios of one feature file.
 * @param pickles all pickles that were compiled from the document, in order: ids depend on it
 */
export function scenariosOf(document: GherkinDocument, pickles: readonly Pickle[]): Scenario[] {
  const uri = document.uri ?? pickles[0]?.uri ?? '';
  const places = placesOf(document);
  const ids = idsOf(
    uri,
    pickles.map((pickle) => pickle.name),
  );
  return pickles.map((pickle, index) => {
    const tags = pickle.tags.map((tag) => tag.name);
    const names = tags.map((tag) => tag.slice(1));
    return {
      id: ids[index]!,
      was: names.filter((name) => name.startsWith('was-')).map((name) => name.slice('was-'.length)),
      uri,
      line: places.lines.get(pickle.astNodeIds.at(-1) ?? '') ?? 1,
      feature: document.feature?.name ?? '',
      rule: places.rules.get(pickle.astNodeIds[0] ?? '') ?? '',
      name: pickle.name,
      tags,
      level: names.find((name): name is Level => LEVELS.includes(name)),
      requirements: [...new Set(names.filter((name) => /^(R\d+-|M-)/.test(name)))],
    };
  });
}

/** For the id of each scenario and row of examples: its line, and the rule that it stands under. */
function placesOf(document: GherkinDocument): { lines: Map<string, number>; rules: Map<string, string> } {
  const lines = new Map<string, number>();
  const rules = new Map<string, string>();
  for (const child of document.feature?.children ?? []) {
    const within = child.rule?.children ?? [child];
    for (const { scenario } of within) {
      if (scenario === undefined) continue;
      lines.set(scenario.id, scenario.location.line);
      if (child.rule !== undefined) rules.set(scenario.id, child.rule.name);
      for (const examples of scenario.examples) {
        for (const row of examples.tableBody) lines.set(row.id, row.location.line);
      }
    }
  }
  return { lines, rules };
}

/** For the id of each step of the document, backgrounds included: `Given`, `When`, `Then`, `And`. */
export function keywordsOf(document: GherkinDocument): Map<string, string> {
  const keywords = new Map<string, string>();
  for (const child of document.feature?.children ?? []) {
    for (const { scenario, background } of [child, ...(child.rule?.children ?? [])]) {
      for (const step of (scenario ?? background)?.steps ?? []) keywords.set(step.id, step.keyword.trim());
    }
  }
  return keywords;
}
