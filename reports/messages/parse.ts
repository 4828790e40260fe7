/** Reads a feature file without running it. */
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle, type PickleStep } from '@cucumber/messages';
import { SpecificationError } from '../specification-error';
import { keywordsOf, type Scenario, scenariosOf } from './scenario';

/** A scenario with the words of its steps, values filled in. */
export interface WrittenScenario {
  scenario: Scenario;
  /** `Given an SMTP session after EHLO`, and below it the lines of its doc string or table. */
  steps: { text: string; lines: string[] }[];
}

/**
 * The scenarios of a feature file.
 * @param source its text
 * @param uri its path as messages name it: `features/smtp/order.feature`
 * @throws SpecificationError with the file, the line and Gherkin's own complaint when it is no Gherkin
 */
export function parseFeature(source: string, uri: string): Scenario[] {
  const { document, pickles } = parse(source, uri);
  return scenariosOf(document, pickles);
}

/** The same, with steps. */
export function parseWritten(source: string, uri: string): WrittenScenario[] {
  const { document, pickles } = parse(source, uri);
  const keywords = keywordsOf(document);
  return scenariosOf(document, pickles).map((scenario, index) => ({
    scenario,
    steps: pickles[index]!.steps.map((step) => ({
      text: `${keywords.get(step.astNodeIds[0] ?? '') ?? ''} ${step.text}`.trimStart(),
      lines: argumentLines(step),
    })),
  }));
}

function parse(source: string, uri: string): { document: GherkinDocument; pickles: readonly Pickle[] } {
  const newId = IdGenerator.incrementing();
  try {
    const parsed = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source);
    return { document: { ...parsed, uri }, pickles: compile(parsed, uri, newId) };
  } catch (error) {
    throw new SpecificationError(`${uri} is not Gherkin: ${(error as Error).message.replace(/^Parser errors:\n/, '')}`);
  }
}

function argumentLines({ argument }: PickleStep): string[] {
  const { docString, dataTable } = argument ?? {};
  if (docString) return [`"""${docString.mediaType ?? ''}`, ...docString.content.split('\n'), '"""'];
  return (dataTable?.rows ?? []).map(({ cells }) => `| ${cells.map(({ value }) => value).join(' | ')} |`);
}
