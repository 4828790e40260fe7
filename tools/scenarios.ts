/** The specification as the tools read it: every scenario of features/, without running any. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages';
import { type Scenario, scenariosOf } from '../reports/messages/scenario';
import { filesBelow } from './files';

export interface FeatureFile {
  path: string;
  document: GherkinDocument;
  pickles: Pickle[];
}

export function readFeatures(root: string): FeatureFile[] {
  const newId = IdGenerator.incrementing();
  return filesBelow(root, 'features', '.feature').map((path) => {
    const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
    const document = { ...parser.parse(readFileSync(join(root, path), 'utf8')), uri: path };
    return { path, document, pickles: [...compile(document, path, newId)] };
  });
}

export function readScenarios(root: string): Scenario[] {
  return readFeatures(root).flatMap(({ document, pickles }) => scenariosOf(document, pickles));
}
