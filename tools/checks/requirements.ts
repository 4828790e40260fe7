/**
 * Scenarios against requirements, both ways: every scenario has one level and known ids, at a level that agrees with theirs; every
 * requirement is covered by a scenario or says why not, and was read a second time against its sentence. Ids and titles are unique.
 */
import { join } from 'node:path';
import type { Scenario } from '../../reports/messages/scenario';
import { indexRequirements, loadRequirements, type Requirement } from '../../reports/verdict/requirements';
import { readScenarios } from '../scenarios';
import type { Finding } from './finding';
import { readSections } from './sections';

const LEVELS = ['@MUST', '@SHOULD', '@MAY'];
const WHY_NOT =
  /^(?:binds-the-client|binds-the-tls-library|binds-the-signer|binds-the-reporter|not-on-the-wire|needs-a-fault|not-a-rule|same-as \S+|later (?:submission|relay|tls|webmail|security|imap))$/;

export function checkRequirements(root: string): Finding[] {
  const files = loadRequirements(join(root, 'features/requirements'));
  const known = indexRequirements(files);
  const scenarios = readScenarios(root);
  const covered = new Set(scenarios.flatMap(({ requirements }) => requirements));
  const sections = readSections(root);
  const rows = files.flatMap(({ rfc, requirements }) => {
    const at = `features/requirements/${rfc === undefined ? 'mailspec' : `rfc${rfc}`}.yaml`;
    return [
      ...repeated(requirements.map(({ id }) => id)).map((id) => ({ at, message: `${id} stands there twice` })),
      ...requirements.flatMap((row) =>
        rowFaults(row, known, covered).map((message) => ({ at, message: `${row.id} ${message}` })),
      ),
      ...requirements
        .filter(({ section }) => rfc !== undefined && !sections.get(rfc)?.has(section))
        .map(({ id, section }) => ({ at, message: `${id}: RFC ${rfc} has no section ${section}` })),
    ];
  });
  return [...scenarios.flatMap((scenario) => scenarioFaults(scenario, known)), ...repeatedIds(scenarios), ...rows];
}

/** What is wrong with one scenario's tags. */
export function scenarioFaults(scenario: Scenario, known: Map<string, Requirement>): Finding[] {
  const at = `${scenario.uri}:${scenario.line}`;
  const levels = scenario.tags.filter((tag) => LEVELS.includes(tag));
  const faults: string[] = [];
  if (levels.length !== 1) faults.push(`has ${levels.length} of @MUST @SHOULD @MAY; write exactly one`);
  if (scenario.requirements.length === 0) faults.push('has no requirement tag');
  for (const id of scenario.requirements) {
    const row = known.get(id);
    if (row === undefined) faults.push(`@${id} is no row of features/requirements`);
    else if (scenario.level && strength(scenario.level) > strength(row.level))
      faults.push(`is ${scenario.level}, but ${id} is ${row.level}`);
  }
  return faults.map((fault) => ({ at, message: `“${scenario.name}” ${fault}` }));
}

/** What is wrong with one row. */
export function rowFaults(row: Requirement, known: Map<string, Requirement>, covered: Set<string>): string[] {
  const faults: string[] = [];
  if (!/^(?:MUST|SHOULD)(?: NOT)?$|^MAY$/.test(row.level)) faults.push(`has the level “${row.level}”`);
  if (row.uncovered === undefined) {
    if (!covered.has(row.id)) faults.push('is covered by no scenario and does not say why (uncovered)');
    if (row.line !== undefined && row.read !== 2)
      faults.push('was not yet held against its sentence by a second reader (read: 2)');
    return faults;
  }
  if (covered.has(row.id)) faults.push(`is covered by a scenario, yet says “uncovered: ${row.uncovered}”`);
  if (!WHY_NOT.test(row.uncovered)) faults.push(`says “uncovered: ${row.uncovered}”, which is no reason of the list`);
  const other = /^same-as (\S+)$/.exec(row.uncovered)?.[1];
  if (other !== undefined && !known.has(other)) faults.push(`is the same as ${other}, which is nowhere`);
  else if (other !== undefined && !covered.has(other))
    faults.push(`is the same as ${other}, which no scenario covers: say why no scenario covers this one`);
  return faults;
}

function strength(level: string): number {
  return ['MAY', 'SHOULD', 'MUST'].indexOf(level.split(' ')[0]!);
}

function repeatedIds(scenarios: Scenario[]): Finding[] {
  return repeated(scenarios.map(({ uri, name }) => `${uri}\n${name}`)).map((key) => {
    const [uri = '', name = ''] = key.split('\n');
    return { at: uri, message: `two scenarios are called “${name}”` };
  });
}

function repeated(names: string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}
