/** The page that leads to the others: each RFC, how much of it is covered, and what the server offers by it. */
import type { RequirementFile } from '../../reports/verdict/requirements';
import { pageName, titleOf } from './rfc-page';
import type { Sources } from './sources';

export function indexPage({ files, scenarios, code }: Sources): string {
  const covered = new Set(scenarios.flatMap(({ requirements }) => [...requirements]));
  const row = (file: RequirementFile) => {
    const { requirements, rfc } = file;
    const shown = requirements.filter(({ id }) => covered.has(id)).length;
    const citing = new Set(code.filter((place) => place.rfc === rfc).map(({ path }) => path)).size;
    return `| [${titleOf(file)}](${pageName(file)}) | ${requirements.length} | ${shown} | ${reasons(file)} | ${citing} |`;
  };
  return `${[
    '# From the RFCs to scenarios and code',
    '',
    'Each page lists the sentences of an RFC in its order, each with the scenarios that cover it and the places in the reference server that cite',
    'its section. Where none does, the page says what led to the places that it shows: another sentence that the same scenario covers, the',
    'section around it, or the RFC as a whole.',
    '',
    '| RFC | sentences | with scenarios | without, because | files of the server that cite it |',
    '|---|--:|--:|---|--:|',
    ...files.map(row),
  ].join('\n')}\n`;
}

/** `12 binds-the-client, 3 not-on-the-wire` */
function reasons({ requirements }: RequirementFile): string {
  const counts = new Map<string, number>();
  for (const { uncovered } of requirements) {
    const reason = uncovered?.replace(/^same-as .*/, 'same as another');
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ');
}
