/** Reads a feature file without running it. */
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { type Scenario, scenariosOf } from './scenario';

/**
 * The scenarios of a feature file.
 * @param source its text
 * @param uri its path as messages name it: `features/smtp/order.feature`
 * @throws Error with the file, the line and Gherkin's own complaint when it is no Gherkin
 */
export function parseFeature(source: string, uri: string): Scenario[] {
  const newId = IdGenerator.incrementing();
  try {
    const parsed = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source);
    return scenariosOf({ ...parsed, uri }, compile(parsed, uri, newId));
  } catch (error) {
    throw new Error(`${uri} is not Gherkin: ${(error as Error).message.replace(/^Parser errors:\n/, '')}`);
  }
}
