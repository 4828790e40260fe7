/** What the schema does not accept, in words: which key, where, and what to write instead. */
import type { ErrorObject } from 'ajv';
import { insteadOf } from './nearest';
import type { Path, Source } from './source';

/** One line for each violation; unknown keys first, because a key that seems to be missing is often a mistyped one. */
export function describeViolations(errors: readonly ErrorObject[], source: Source): string[] {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  const others = errors.filter(({ keyword }) => keyword !== 'additionalProperties');
  return [...unknown, ...others].map((error) => describe(error, source));
}

function describe(error: ErrorObject, source: Source): string {
  const path = pathOf(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      return `${source.at([...path, key], true)}: unknown key; ${instead(key, Object.keys(error.parentSchema?.properties ?? {}))}`;
    }
    case 'required':
      return `${source.at(path)}: ${path.length > 0 ? '' : 'the file '}lacks the key ${params.missingProperty}`;
    case 'enum':
      return `${source.at(path)}: ${shown(error.data)} is not possible; write one of ${params.allowedValues.join(', ')}`;
    case 'propertyNames':
    case 'pattern':
      return `${source.at(path)}: ${shown(error.data)} does not have the right form${example(error)}`;
    case 'type':
      return `${source.at(path)}: ${path.at(-1) === 'password' ? 'this' : shown(error.data)} is not ${typeName(params.type)}${example(error)}`;
    case 'minItems':
      return `${source.at(path)}: needs at least ${params.limit}, has ${(error.data as unknown[]).length}${example(error)}`;
    case 'minProperties':
    case 'minLength':
      return `${source.at(path)}: is empty${example(error)}`;
    default:
      return `${source.at(path)}: ${error.message}${example(error)}`;
  }
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function instead(key: string, known: string[]): string {
  return insteadOf(key, known, `known here: ${known.join(', ')}`);
}

function example({ parentSchema }: ErrorObject): string {
  const examples: string[] = parentSchema?.examples ?? [];
  return examples.length === 0 ? '' : `; write for example ${examples.join(' or ')}`;
}

function typeName(type: string | string[]): string {
  const names: Record<string, string> = {
    string: 'a text (put it in quotes)',
    object: 'a group of keys',
    array: 'a list',
    boolean: 'true or false',
    integer: 'a whole number',
  };
  return [type]
    .flat()
    .map((name) => names[name] ?? name)
    .join(' or ');
}

function shown(data: unknown): string {
  if (Array.isArray(data)) return 'a list';
  if (data === null || data === undefined) return 'nothing';
  return typeof data === 'object' ? 'a group of keys' : JSON.stringify(data);
}
