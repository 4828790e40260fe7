/** The rubrics of courses/ expect as many scenarios as their stages select: whoever adds one sees that it will be graded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planStages } from '../../cli/grade/plan-stages';
import { parseRubric } from '../../cli/grade/rubric';
import { UsageError } from '../../support/targets/usage-error';
import { filesBelow } from '../files';
import { readScenarios } from '../scenarios';
import type { Finding } from './finding';

export function checkRubrics(root: string): Finding[] {
  const scenarios = readScenarios(root);
  return filesBelow(root, 'courses', 'rubric.yaml').flatMap((at) => {
    try {
      planStages(parseRubric(readFileSync(join(root, at), 'utf8'), at).stages, scenarios);
      return [];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return error.message.split('\n').map((message) => ({ at, message: message.replace('RUBRIC', at) }));
    }
  });
}
