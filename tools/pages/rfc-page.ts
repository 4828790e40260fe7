/** The page of one RFC: each of its sentences with the scenarios that cover it and the code that carries it out. */
import { addressOf, type Requirement, type RequirementFile } from '../../reports/verdict/requirements';
import { codeFor, rfcOf } from './code-for';
import type { Cited, Sources } from './sources';

/** Makes an address of a file and a line of the house. */
export type Link = (path: string, line: number) => string;

export function pageName({ rfc }: Pick<RequirementFile, 'rfc'>): string {
  return rfc === undefined ? 'mailspec.md' : `rfc${rfc}.md`;
}

export function titleOf({ rfc, title }: RequirementFile): string {
  return rfc === undefined ? title : `RFC ${rfc}: ${title}`;
}

export function rfcPage(
  file: RequirementFile,
  sources: Sources,
  of: ReadonlyMap<string, Requirement>,
  link: Link,
): string {
  const lines = [`# ${titleOf(file)}`, '', '[All RFCs](README.md)'];
  let section: string | undefined;
  for (const row of file.requirements) {
    if (row.section !== section) lines.push('', `## ${heading(row)}`, '');
    section = row.section;
    lines.push(
      `- <a id="${row.id}"></a>**${row.id}** ${row.level} (${row.binds}): ${plain(row.says)}`,
      ...below(row, sources, of, link),
    );
  }
  return `${lines.join('\n')}\n`;
}

function heading(row: Requirement): string {
  const address = addressOf(row);
  return address === undefined ? row.section : `[§${row.section}](${address})`;
}

function below(row: Requirement, sources: Sources, of: ReadonlyMap<string, Requirement>, link: Link): string[] {
  if (row.uncovered !== undefined) return [`  - no scenario: ${reason(row.uncovered)}`];
  const scenarios = sources.scenarios.filter(({ requirements }) => requirements.has(row.id));
  const { by, places } = codeFor(row, sources, of);
  const code = byFile(places).map(([path, [first, ...more]]) => {
    const others = more.map(({ line }) => `, [${line}](${link(path, line)})`).join('');
    return `[${path.replace(/^reference-server\//, '')}:${first!.line}](${link(path, first!.line)})${others}`;
  });
  return [
    ...scenarios.map(({ path, line, name }) => `  - scenario: [${plain(name)}](${link(path, line)})`),
    `  - code${by === '' ? '' : ` (${by})`}: ${code.length === 0 ? 'nothing cites it' : code.join(' · ')}`,
  ];
}

/** Another sentence that says the same is one step away. */
function reason(uncovered: string): string {
  return uncovered.replace(/^same-as (\S+)/, (_, id: string) => {
    return `same-as [${id}](${pageName({ rfc: rfcOf(id) })}#${id})`;
  });
}

/** Text in which Markdown sees nothing of its own. */
function plain(text: string): string {
  return text.replace(/[\\<>[\]*_`]/g, '\\$&');
}

function byFile(places: readonly Cited[]): [path: string, places: Cited[]][] {
  const paths = [...new Set(places.map(({ path }) => path))];
  return paths.map((path) => [path, places.filter((place) => place.path === path)]);
}
