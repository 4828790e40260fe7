/** Several targets beside each other, RFC by RFC, as Markdown. */
import type { Run } from '../../run';
import type { FileCoverage } from '../../verdict/coverage';
import { bySection, compareNatural } from '../by-section';
import { countsOf } from '../counts';
import { titleOf } from '../report-input';

export function formatMatrixMarkdown(runs: readonly Run[], coverage: readonly FileCoverage[]): string {
  const groups = runs.map((run) => new Map(bySection(run.scenarios).map(({ rfc, totals }) => [rfc, totals])));
  const rfcs = [...new Set(groups.flatMap((group) => [...group.keys()]))].sort(compareNatural);
  const lines = rfcs.map((rfc) => {
    const cells = groups.map((group) => {
      const totals = group.get(rfc);
      return totals === undefined ? '' : countsOf(totals);
    });
    return `| ${[cell(titleOf(rfc, coverage)), ...cells].join(' | ')} |`;
  });
  const all = `| **all** | ${runs.map(({ totals }) => countsOf(totals)).join(' | ')} |`;
  const head = `| RFC | ${runs.map(({ target }) => cell(target)).join(' | ')} |`;
  return `${[head, `|---|${runs.map(() => '---').join('|')}|`, ...lines, all].join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
