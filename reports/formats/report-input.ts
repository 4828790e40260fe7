/** What every report is made from. */
import type { Run } from '../run';
import type { BaselineComparison } from '../verdict/baseline';
import type { FileCoverage } from '../verdict/coverage';
import { citationOf, indexRequirements, type Requirement } from '../verdict/requirements';

export interface ReportInput {
  run: Run;
  coverage: readonly FileCoverage[];
  comparison: BaselineComparison;
  /** Whether every feature file was read: only then does a requirement without a scenario mean anything. */
  whole: boolean;
}

/** All requirements by id. */
export function requirementsOf({ coverage }: ReportInput): Map<string, Requirement> {
  return indexRequirements(coverage.map(({ file }) => file));
}

/** `RFC 5321 §3.3 MUST: A RCPT outside a transaction is answered 503. (R5321-3.3-8)`; of an unknown id, the id. */
export function sentenceOf(id: string, requirements: Map<string, Requirement>): string {
  const requirement = requirements.get(id);
  if (requirement === undefined) return id;
  return `${citationOf(requirement)} ${requirement.level}: ${requirement.says} (${id})`;
}

/** `RFC 5321 Simple Mail Transfer Protocol`, or what the file of our own rules is called. */
export function titleOf(rfc: string, coverage: readonly FileCoverage[]): string {
  const title = coverage.find(({ file }) => (file.rfc ?? 'mailspec') === rfc)?.file.title ?? '';
  return `${rfc === 'mailspec' ? 'mailspec' : `RFC ${rfc}`} ${title}`.trimEnd();
}
