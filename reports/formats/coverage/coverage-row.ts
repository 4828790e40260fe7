/** How a requirement's row reads in both coverage reports. */
import type { RequirementCoverage } from '../../verdict/coverage';
import { verdictLabel } from '../../verdict/verdict';

/** The verdict where it was played, else `covered`, the reason that the file gives, or `missing`. */
export function stateOf({ state, verdict, requirement }: RequirementCoverage): string {
  if (verdict !== undefined) return verdictLabel(verdict);
  if (state === 'excused') return requirement.uncovered ?? '';
  return state;
}
