/** A run as JSON: what `--json` writes and `mailspec report` reads again. */
import { InputError } from '../input-error';
import { type Run, SCHEMA_VERSION } from '../run';
import { causesOf } from '../verdict/causes';

/** Head first, with the causes of what went wrong; then a scenario a line: large runs stay easy to search and to compare. */
export function formatJson({ scenarios, ...head }: Run): string {
  const causes = causesOf(scenarios).map((cause) => ({ ...cause, scenarios: cause.scenarios.map(({ id }) => id) }));
  const open = JSON.stringify({ ...head, causes }, null, 2).replace(/\n}$/, '');
  const lines = scenarios.map((scenario) => `    ${JSON.stringify(scenario)}`);
  return `${open},\n  "scenarios": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/**
 * Reads what formatJson wrote.
 * @throws InputError when it is no run, or one of a later schema
 */
export function parseJson(text: string, path: string): Run {
  let run: Partial<Run>;
  try {
    run = JSON.parse(text) as Partial<Run>;
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${(error as Error).message}`);
  }
  if (typeof run.schemaVersion !== 'number' || !Array.isArray(run.scenarios)) {
    throw new InputError(`${path} is not a run of mailspec`);
  }
  if (run.schemaVersion > SCHEMA_VERSION) {
    throw new InputError(`${path} has schema ${run.schemaVersion}; this mailspec reads up to ${SCHEMA_VERSION}`);
  }
  return run as Run;
}
