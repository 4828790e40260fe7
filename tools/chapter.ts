/**
 * `npm run chapter`: writes features/CHAPTER.md, each row of the course's chapter (features/chapter.yaml) with the scenarios that show it.
 * Lint fails when it is not up to date, when a tag names no row, and when a row has neither scenarios nor a reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Scenario } from '../reports/messages/scenario';
import type { Finding } from './checks/finding';
import { readScenarios } from './scenarios';

const LIST = 'features/chapter.yaml';
const PAGE = 'features/CHAPTER.md';
const TAG = '@chapter-';

export interface Row {
  id: string;
  says: string;
  /** Where in the specification it belongs. */
  where: string;
  /** Why no scenario shows it. */
  without?: string;
}

export function checkChapter(root: string): Finding[] {
  const rows = readRows(root);
  const scenarios = readScenarios(root);
  const page = readFileSync(join(root, PAGE), 'utf8');
  const stale = page === pageText(rows, scenarios) ? [] : [{ at: PAGE, message: 'is not up to date: npm run chapter' }];
  return [...rowFaults(rows, scenarios), ...stale];
}

export function rowFaults(rows: readonly Row[], scenarios: readonly Scenario[]): Finding[] {
  const tagged = scenarios.flatMap(({ tags, uri, line }) =>
    tags.filter((tag) => tag.startsWith(TAG)).map((tag) => ({ id: tag.slice(TAG.length), at: `${uri}:${line}` })),
  );
  const shown = new Set(tagged.map(({ id }) => id));
  const unknown = tagged.filter(({ id }) => !rows.some((row) => row.id === id));
  return [
    ...unknown.map(({ id, at }) => ({ at, message: `${TAG}${id} is no row of ${LIST}` })),
    ...rows.flatMap(({ id, without }) => {
      if (shown.has(id) === (without === undefined)) return [];
      const message = shown.has(id)
        ? 'has scenarios, yet says “without”'
        : 'has no scenario and does not say why (without)';
      return [{ at: LIST, message: `${id} ${message}` }];
    }),
  ];
}

export function pageText(rows: readonly Row[], scenarios: readonly Scenario[]): string {
  const missing = rows.filter(({ without }) => without !== undefined);
  return `${[
    "# The course's chapter, row by row",
    '',
    'What the chapter on electronic mail says that a mail system does, and the scenarios that show it: `mailspec run --tags @chapter-smtp-3`.',
    'Made from `chapter.yaml` by `npm run chapter`.',
    '',
    `${rows.length - missing.length} of ${rows.length} rows have scenarios. These have none yet:`,
    '',
    '| row | says | why |',
    '|---|---|---|',
    ...missing.map(({ id, says, without }) => `| ${id} | ${says} | ${without} |`),
    ...rows.filter((row) => !missing.includes(row)).flatMap((row) => section(row, scenarios)),
  ].join('\n')}\n`;
}

function section({ id, says, where }: Row, scenarios: readonly Scenario[]): string[] {
  const its = scenarios.filter(({ tags }) => tags.includes(`${TAG}${id}`));
  // Rules and no line numbers: the page would be another one after each change to a feature.
  const files = [...new Set(its.map(({ uri }) => uri))].map((uri) => {
    const path = uri.replace(/^features\//, '');
    const here = its.filter((scenario) => scenario.uri === uri);
    const rules = [...new Set(here.map(({ rule }) => rule))].map((rule) => {
      const count = here.filter((scenario) => scenario.rule === rule).length;
      return `  - ${rule} (${count} scenario${count === 1 ? '' : 's'})`;
    });
    return [`- [${path}](${path})`, ...rules].join('\n');
  });
  return ['', `## ${id}`, '', `${says}. (${where})`, '', ...files];
}

function readRows(root: string): Row[] {
  return (load(readFileSync(join(root, LIST), 'utf8')) as { rows: Row[] }).rows;
}

if (require.main === module) {
  const root = join(__dirname, '..');
  writeFileSync(join(root, PAGE), pageText(readRows(root), readScenarios(root)));
}
