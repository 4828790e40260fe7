/** What a server says that it has found of a message (RFC 8601): read here by the grammar, whoever has written it. */
import type { Scope } from '../dialogue/scope';
import { Mismatch } from '../outcome';
import { headerFields } from './message';

/** The columns of “has the authentication results:”. */
export const RESULT_COLUMNS = ['method', 'result', 'property'] as const;

export type ResultRow = { method: string; result: string; property?: string };

export interface AuthenticationResult {
  method: string;
  result: string;
  properties: Record<string, string>;
}

export interface ResultsField {
  server: string;
  results: AuthenticationResult[];
}

/**
 * Looks at the fields of the server whose field is the first: what others have written further back does not count.
 * @throws Mismatch `results-differ`
 */
export function checkResults(received: Buffer, rows: readonly ResultRow[], scope: Scope): void {
  const fields = headerFields(received)
    .filter(({ name }) => name.toLowerCase() === 'authentication-results')
    .map(({ value }) => value);
  const [first, ...others] = fields.map(parseResults);
  const own = [first, ...others]
    .filter((field) => field?.server === first?.server)
    .flatMap((field) => field?.results ?? []);
  for (const row of rows) {
    const property = row.property ? scope.expand(row.property).toString() : '';
    const same = own.filter(({ method }) => method === row.method.toLowerCase());
    const unwanted = /^not (.+)$/.exec(row.result)?.[1];
    const fits = (words: string) =>
      same.some((each) => words.split('/').includes(each.result) && holds(each.properties, property));
    if (unwanted === undefined ? fits(row.result) : !fits(unwanted)) continue;
    const wanted = [`${row.method}: ${row.result}`, property].filter(Boolean).join(' with ');
    throw new Mismatch(
      'results-differ',
      `the authentication results do not have ${wanted}`,
      fields.map((value) => `Authentication-Results: ${value}`).join('\n') || 'no field Authentication-Results',
    );
  }
}

/** A mailbox counts for its domain: how much of it is told is the server's choice (RFC 8601 §2.7.2). */
function holds(properties: Record<string, string>, wanted: string): boolean {
  if (wanted === '') return true;
  const [name = '', value = ''] = wanted.toLowerCase().split('=');
  // RFC 8601 §2.7.1: either of the two tells who has signed.
  const told = properties[name] ?? (name === 'header.d' ? properties['header.i'] : undefined);
  const came = told?.toLowerCase();
  return came === value || came?.slice(came.lastIndexOf('@') + 1) === value;
}

/** @param value unfolded. What does not fit the grammar is passed over. */
export function parseResults(value: string): ResultsField {
  const [head = '', ...parts] = split(withoutComments(value));
  const server = (words(head)[0] ?? '').toLowerCase();
  const results = parts.flatMap((part): AuthenticationResult[] => {
    const [first, ...facts] = pairs(part);
    if (first === undefined) return [];
    const method = first[0].replace(/\s*\/.*$/, '').toLowerCase();
    const properties = Object.fromEntries(facts.map(([name, fact]) => [name.toLowerCase().replace(/\s/g, ''), fact]));
    return [{ method, result: first[1].toLowerCase(), properties }];
  });
  return { server, results };
}

/** At semicolons that stand in no quotes. */
function split(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? [];
}

function words(text: string): string[] {
  return (text.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? []).map(unquoted);
}

function pairs(text: string): [string, string][] {
  const found = text.matchAll(/([\w.-]+(?:\s*[./]\s*[\w-]+)?)\s*=\s*((?:"(?:[^"\\]|\\.)*"|[^\s"])+)/g);
  return [...found].map(([, name = '', value = '']) => [name, unquoted(value)]);
}

function unquoted(text: string): string {
  return text.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(.)/g, '$1'));
}

function withoutComments(value: string): string {
  let depth = 0;
  let text = '';
  for (const piece of value.match(/"(?:[^"\\]|\\.)*"|\\.|[()]|[^()"\\]+|./gs) ?? []) {
    if (piece === '(') depth++;
    else if (piece === ')' && depth > 0) depth--;
    else if (depth === 0) text += piece;
  }
  return text;
}
