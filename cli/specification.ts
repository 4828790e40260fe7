/** The scenarios of the specification, read from the package's own feature files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseFeature } from '../reports/messages/parse';
import type { Scenario } from '../reports/messages/scenario';
import { topicOf } from '../reports/messages/slug';
import { packageRoot } from '../support/package-root';
import { isWithin } from '../support/run/filter';

/**
 * All scenarios, in the order of the files' paths and of the files.
 * @param only folders or topics; when given, other files are not even read
 * @throws SpecificationError with file and line when a feature file is no Gherkin
 */
export function loadSpecification(only: readonly string[] = []): Scenario[] {
  return featureFiles()
    .filter((uri) => only.length === 0 || only.some((topic) => isWithin(topicOf(uri), topic)))
    .flatMap((uri) => parseFeature(readFileSync(join(packageRoot(), uri), 'utf8'), uri));
}

/** `smtp/order`, … sorted: each is a file. */
export function topics(): string[] {
  return featureFiles().map(topicOf);
}

/** `features/smtp/order.feature`, … sorted. */
function featureFiles(): string[] {
  const root = packageRoot();
  return readdirSync(join(root, 'features'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.feature'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
