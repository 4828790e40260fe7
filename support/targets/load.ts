/** From a target file to settings: read, checked against schema.json and against what a schema cannot say, filled in. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Ajv from 'ajv';
import { findContradictions } from './contradictions';
import type { WrittenTarget } from './document';
import schema from './schema.json';
import type { TargetSettings } from './settings';
import { settle } from './settle';
import { Source } from './source';
import { UsageError } from './usage-error';
import { describeViolations } from './violations';

/**
 * Reads a target file.
 * @param env where `password: { env: NAME }` is looked up
 * @throws UsageError `target-file-unreadable` or `target-file-invalid`: a line for each mistake, with file, line, column and key
 */
export function loadTargetFile(path: string, env: NodeJS.ProcessEnv = process.env): TargetSettings {
  const source = new Source(path, read(path));
  refuse(source.syntaxErrors());
  const written = source.value();
  const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
  if (!validate(written)) refuse(describeViolations(validate.errors ?? [], source));
  const target = written as WrittenTarget;
  refuse(findContradictions(target, source, env));
  const directory = dirname(resolve(path));
  return settle(target, directory, env, (file) => readCertificate(resolve(directory, file), source));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      'target-file-unreadable',
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

function readCertificate(file: string, source: Source): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError('target-file-invalid', `${source.at(['tls', 'ca'])}: ${file} cannot be read (${code})`);
  }
}

function refuse(lines: string[]): void {
  if (lines.length > 0) throw new UsageError('target-file-invalid', lines.join('\n'));
}
