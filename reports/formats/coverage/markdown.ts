/** Requirement coverage as Markdown: each requirement with its sentence, its scenarios and, after a run, its verdict. */
import type { FileCoverage } from '../../verdict/coverage';
import { titleOf } from '../report-input';
import { stateOf } from './coverage-row';

export function formatCoverageMarkdown(coverage: readonly FileCoverage[], heading: string): string {
  const nameOf = ({ file }: FileCoverage) => titleOf(file.rfc ?? 'mailspec', coverage);
  const overview = coverage.map(
    (file) => `| ${cell(nameOf(file))} | ${file.rows.length} | ${file.covered} | ${file.excused} | ${file.missing} |`,
  );
  const blocks = [
    `# ${cell(heading)}`,
    ['| RFC | requirements | covered | excused | missing |', '|---|--:|--:|--:|--:|', ...overview].join('\n'),
    ...coverage.flatMap((file) => [`## ${cell(nameOf(file))}`, table(file)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table({ rows }: FileCoverage): string {
  const lines = rows.map((row) => {
    const { id, section, level, says } = row.requirement;
    const scenarios = row.scenarios.map((scenario) => `\`${scenario.id}\``).join('<br>');
    return `| ${id} | §${cell(section)} | ${level} | ${cell(says)} | ${cell(stateOf(row))} | ${scenarios} |`;
  });
  return ['| id | section | level | says | state | scenarios |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&').replaceAll('\n', ' ');
}
