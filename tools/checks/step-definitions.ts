/** The step definitions as cucumber has them. */
import { join } from 'node:path';
import { loadSupport } from '@cucumber/cucumber/api';

export interface Definition {
  keyword: string;
  matchesStepName(text: string): boolean;
  expression: { source: string; match(text: string): readonly Argument[] | null };
}

interface Argument {
  parameterType: { name: string };
  group: { value: string };
}

let loaded: Promise<Definition[]> | undefined;

/** Loaded once: a module that is loaded already defines nothing again. */
export function stepDefinitions(root: string): Promise<Definition[]> {
  loaded ??= load(root);
  return loaded;
}

async function load(root: string): Promise<Definition[]> {
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
