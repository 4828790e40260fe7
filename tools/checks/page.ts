/** features/README.md against the code: what the page lists is what the suite knows, neither more nor less. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS } from '../../support/dialogue/functions';
import { NAMED_OCTETS, TYPES } from '../../support/dialogue/template';
import { DOMAINS, HOSTS } from '../../support/outside/names';
import { RESULT_COLUMNS } from '../../support/scenario/authentication-results';
import { OUTSIDE_COLUMNS } from '../../support/scenario/elsewhere';
import { FIELD_QUALITIES } from '../../support/scenario/field-quality';
import { RESPONSE_QUALITIES } from '../../support/scenario/imap-responses';
import { COLUMNS } from '../../support/scenario/post';
import { READINGS } from '../../support/scenario/reading';
import { LINE_QUALITIES } from '../../support/scenario/reply-lines';
import { SIGNATURE_COLUMNS } from '../../support/scenario/signature';
import { STARTS, stateAlone } from '../../support/scenario/starts';
import { TRACE_QUALITIES } from '../../support/scenario/trace';
import { ACCOUNT_VALUES, ACCOUNTS, ALIAS_VALUES, VALUES } from '../../support/scenario/values';
import { ALL_PROFILES } from '../../support/targets/embedded';
import { readScenarios } from '../scenarios';
import type { Finding } from './finding';
import { checkExpressions, checkLines } from './page-notation';
import { type PageRow, tablesOf } from './page-tables';
import { checkTags } from './page-tags';
import { type Definition, stepDefinitions } from './step-definitions';

export const PAGE = 'features/README.md';

/** What the rows of a table say, as the suite has it; one string for each thing. */
type Reading = (row: PageRow) => string[];

const keys: Reading = (row) => row.keys;
/** `greeted` of `POP3, IMAP` are two things. */
const ofEach: Reading = ({ keys: [key], cells: [of = ''] }) => of.split(', ').map((one) => `${one}: ${key}`);

/** What `nameMailboxes`, messages and hosts add to the names of values.ts. */
const NAMED_LATER = [
  'mailbox',
  'delimiter',
  'hello',
  'hello.size',
  'mx1.address',
  'mx1.domain',
  'mx1.port',
  'mx1.key',
  'authority.key',
];

export async function checkPage(root: string): Promise<Finding[]> {
  const tables = tablesOf(readFileSync(join(root, PAGE), 'utf8'));
  const rowsAbout = (about: string) => tables.filter((table) => table.about === about).flatMap(({ rows }) => rows);
  const steps = await stepDefinitions(root);
  const known: [about: string, reading: Reading, expected: Iterable<string>][] = [
    ['value', keys, valueNames().map((name) => `\${${name}}`)],
    ['type', keys, TYPES],
    ['octet', keys, Object.keys(NAMED_OCTETS)],
    ['function', ({ keys }) => keys.map((call) => call.replace(/\(.*/, '')), Object.keys(FUNCTIONS)],
    ['step', stepReading(steps), steps.map(({ keyword, expression }) => `${keyword} ${expression.source}`)],
    ['parameter', keys, steps.flatMap(({ expression }) => expression.source.match(/\{[\w-]+\}/g) ?? [])],
    ['state', ofEach, [...STARTS.keys()].map(stateAlone).map((word) => word.replace(' session ', ': '))],
    ['line quality', ofEach, withTheirs(LINE_QUALITIES)],
    ['response quality', keys, RESPONSE_QUALITIES],
    ['field quality', keys, FIELD_QUALITIES],
    ['trace', keys, TRACE_QUALITIES],
    [
      'column',
      ofEach,
      withTheirs({ ...COLUMNS, ...OUTSIDE_COLUMNS, results: RESULT_COLUMNS, signature: SIGNATURE_COLUMNS }),
    ],
    ['what', keys, Object.keys(READINGS)],
    ['profile', keys, ALL_PROFILES],
  ];
  return [
    ...known.flatMap(([about, reading, expected]) => compare(about, rowsAbout(about).flatMap(reading), expected)),
    ...checkLines(rowsAbout('line')),
    ...checkLines(rowsAbout("host's line"), 'server'),
    ...checkExpressions(rowsAbout('expression')),
    ...checkTags(rowsAbout('tag'), readScenarios(root)),
  ];
}

function valueNames(): string[] {
  const ofAlice = Object.keys(ACCOUNT_VALUES).map((property) => `alice.${property}`);
  const elsewhere = [...DOMAINS, ...Object.values(HOSTS)].filter((word) => !/^(?:marker|refus)/.test(word));
  return [...ACCOUNTS, ...ofAlice, ...ALIAS_VALUES, ...Object.keys(VALUES), ...elsewhere, ...NAMED_LATER];
}

function withTheirs(table: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(table).flatMap(([of, names]) => names.map((name) => `${of}: ${name}`));
}

/** A step that is defined for any keyword (“Unknown”) stands on the page with the one that reads best. */
function stepReading(steps: readonly Definition[]): Reading {
  const any = new Set(steps.filter(({ keyword }) => keyword === 'Unknown').map(({ expression }) => expression.source));
  return ({ keys }) =>
    keys.map((key) => {
      const source = key.replace(/^(?:Given|When|Then) /, '');
      return any.has(source) ? `Unknown ${source}` : key;
    });
}

/** Both ways. */
export function compare(about: string, listed: readonly string[], expected: Iterable<string>): Finding[] {
  const there = new Set(expected);
  const at = PAGE;
  return [
    ...listed
      .filter((one) => !there.has(one))
      .map((one) => ({ at, message: `${about} that the suite does not know: ${one}` })),
    ...[...there]
      .filter((one) => !listed.includes(one))
      .map((one) => ({ at, message: `${about} that is not on the page: ${one}` })),
    ...listed
      .filter((one, n) => listed.indexOf(one) !== n)
      .map((one) => ({ at, message: `${about} stands there twice: ${one}` })),
  ];
}
