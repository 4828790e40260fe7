/** Requirement coverage as one HTML page. */
import type { FileCoverage, RequirementCoverage } from '../../verdict/coverage';
import { addressOf } from '../../verdict/requirements';
import { page } from '../html/page';
import { titleOf } from '../report-input';
import { escapeXml as text } from '../xml';
import { stateOf } from './coverage-row';

/** @param report the page of the run, relative to this one; scenarios link into it */
export function formatCoverageHtml(coverage: readonly FileCoverage[], heading: string, report?: string): string {
  const sections = coverage.map((file) => {
    const { rows, covered, excused, missing } = file;
    const title = text(titleOf(file.file.rfc ?? 'mailspec', coverage));
    const counts = `${rows.length} requirements: ${covered} covered, ${excused} excused, ${missing} missing`;
    const body = rows.map((row) => rowOf(row, report)).join('');
    return `<details${missing > 0 ? ' open' : ''}><summary>${title} <small>${counts}</small></summary>\n<table>\n${body}</table>\n</details>\n`;
  });
  return page(heading, `<h1>${text(heading)}</h1>\n${sections.join('')}`);
}

function rowOf(row: RequirementCoverage, report: string | undefined): string {
  const { requirement, scenarios, verdict, state } = row;
  const address = addressOf(requirement);
  const section = text(`§${requirement.section}`);
  const colour = verdict ?? { covered: 'info', excused: 'dim', missing: 'fail' }[state];
  const links = scenarios.map(({ id, verdict: own }) => {
    const name = `<small class="${own ?? 'dim'}">${text(id)}</small>`;
    return report === undefined || own === undefined
      ? name
      : `<a href="${text(report)}#${encodeURIComponent(id)}">${name}</a>`;
  });
  const cells = [
    `<small>${text(requirement.id)}</small>`,
    address === undefined ? section : `<a href="${text(address)}">${section}</a>`,
    text(requirement.level),
    `${text(requirement.says)}<br>${links.join('<br>')}`,
    `<span class="${colour}">${text(stateOf(row))}</span>`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}
