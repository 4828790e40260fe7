/** Which requirements the scenarios cover, and how the target stands to each. */
import type { Requirement, RequirementFile } from './requirements';
import type { Verdict } from './verdict';

export interface Covering {
  id: string;
  requirements: readonly string[];
  /** Absent where the scenario was not run. */
  verdict?: Verdict;
}

export interface RequirementCoverage {
  requirement: Requirement;
  scenarios: Covering[];
  /** The ruling verdict of its scenarios; undefined where none was run. */
  verdict: Verdict | undefined;
  /** `covered`, the reason that the file gives, or `missing`: neither scenario nor reason. */
  state: 'covered' | 'excused' | 'missing';
}

export interface FileCoverage {
  file: RequirementFile;
  rows: RequirementCoverage[];
  covered: number;
  excused: number;
  missing: number;
}

/** What rules when the scenarios of a requirement differ: trouble first, and a pass says more than a scenario that did not apply. */
const RULING_FIRST: readonly Verdict[] = [
  'error',
  'fail',
  'blocked',
  'warn',
  'pass',
  'info',
  'notApplicable',
  'notPlayed',
];

/** Joins requirements with scenarios, whether or not they were run. */
export function coverageOf(files: readonly RequirementFile[], scenarios: readonly Covering[]): FileCoverage[] {
  const covering = new Map<string, Covering[]>();
  for (const scenario of scenarios) {
    for (const id of scenario.requirements) {
      const known = covering.get(id);
      if (known) known.push(scenario);
      else covering.set(id, [scenario]);
    }
  }
  return files.map((file) => {
    const rows = file.requirements.map((requirement) => rowOf(requirement, covering.get(requirement.id) ?? []));
    const count = (state: RequirementCoverage['state']) => rows.filter((row) => row.state === state).length;
    return { file, rows, covered: count('covered'), excused: count('excused'), missing: count('missing') };
  });
}

/** The one of these verdicts that rules; undefined for none. */
export function rulingOf(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  return RULING_FIRST.find((verdict) => verdicts.includes(verdict));
}

function rowOf(requirement: Requirement, scenarios: Covering[]): RequirementCoverage {
  const excused = requirement.uncovered !== undefined;
  return {
    requirement,
    scenarios,
    verdict: rulingOf(scenarios.map(({ verdict }) => verdict)),
    state: scenarios.length > 0 ? 'covered' : excused ? 'excused' : 'missing',
  };
}
