/**
 * `npm run review`: writes features/requirements/REVIEW.md, every scenario with the sentences that its tags stand for, side by side, so
 * that people can see whether they say the same. Lint fails when the file is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexRequirements, loadRequirements } from '../reports/verdict/requirements';
import type { Finding } from './checks/finding';
import { readScenarios } from './scenarios';

const PATH = 'features/requirements/REVIEW.md';

export function checkReview(root: string): Finding[] {
  const there = readIfThere(join(root, PATH));
  return there === reviewText(root) ? [] : [{ at: PATH, message: 'is not up to date: npm run review' }];
}

export function reviewText(root: string): string {
  const known = indexRequirements(loadRequirements(join(root, 'features/requirements')));
  const lines = [
    '# Scenarios and the sentences that they stand for',
    '',
    'Made by `npm run review`. Read each pair and ask: is this what the sentence says?',
  ];
  let topic = '';
  for (const scenario of readScenarios(root)) {
    const [file = ''] = scenario.id.split('#');
    if (file !== topic) lines.push('', `## ${file}`, '');
    topic = file;
    lines.push(`- **${scenario.name}** (${scenario.level})`);
    for (const id of scenario.requirements) {
      const row = known.get(id);
      lines.push(`  - ${id} ${row?.level ?? '?'}: ${row?.says ?? 'no such row'}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

if (require.main === module) {
  const root = join(__dirname, '..');
  writeFileSync(join(root, PATH), reviewText(root));
}
