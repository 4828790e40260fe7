/** `npm run lint`, second half: the checks that no linter knows. Exit 1 when one finds something. */
import { join } from 'node:path';
import { checkChapter } from './chapter';
import { checkComparing } from './checks/comparing';
import type { Check } from './checks/finding';
import { checkPage } from './checks/page';
import { checkProofs } from './checks/proofs';
import { checkReadingOrder } from './checks/reading-order';
import { checkRequirements } from './checks/requirements';
import { checkRubrics } from './checks/rubrics';
import { checkRules } from './checks/rules';
import { checkSections } from './checks/sections';
import { checkVocabulary } from './checks/vocabulary';
import { checkWords } from './checks/words';
import { checkFindings } from './findings';
import { checkMatrix } from './matrix';
import { checkPicture } from './picture';

const CHECKS: [name: string, check: Check][] = [
  ['RFC sections', checkSections],
  ['vocabulary', checkVocabulary],
  ['words', checkWords],
  ['vocabulary page', checkPage],
  ['requirements', checkRequirements],
  ['comparing', checkComparing],
  ['reading order', checkReadingOrder],
  ['chapter', checkChapter],
  ['findings', checkFindings],
  ['matrix', checkMatrix],
  ['proofs', checkProofs],
  ['rubrics', checkRubrics],
  ['rules', checkRules],
  ['picture', checkPicture],
];

async function main(): Promise<void> {
  const root = join(__dirname, '..').replace(/\/dist$/, '');
  let count = 0;
  for (const [name, check] of CHECKS) {
    const findings = await check(root);
    count += findings.length;
    for (const { at, message } of findings) console.error(`${at}: ${message}`);
    console.log(`${name}: ${findings.length === 0 ? 'ok' : `${findings.length} found`}`);
  }
  process.exitCode = count === 0 ? 0 : 1;
}

void main();
