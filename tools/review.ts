/**
 * `npm run review [-- imap pop3]`: writes reports/out/review/imap.md and so on, every scenario with the sentences that its tags stand for, side
 * by side, so that people can see whether they say the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../reports/messages/scenario';
import { indexRequirements, loadRequirements, type Requirement } from '../reports/verdict/requirements';
import { readScenarios } from './scenarios';

const FOLDER = 'reports/out/review';

function reviewText(scenarios: readonly Scenario[], known: ReadonlyMap<string, Requirement>): string {
  const lines = [
    '# Scenarios and the sentences that they stand for',
    '',
    'Read each pair and ask: is this what the sentence says?',
  ];
  let topic = '';
  for (const scenario of scenarios) {
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

function byProtocol(scenarios: readonly Scenario[]): Map<string, Scenario[]> {
  const found = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    const [protocol = ''] = scenario.id.split('/');
    found.set(protocol, [...(found.get(protocol) ?? []), scenario]);
  }
  return found;
}

function main(root: string, asked: readonly string[]): void {
  const known = indexRequirements(loadRequirements(join(root, 'features/requirements')));
  const scenarios = byProtocol(readScenarios(root));
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const protocol of asked.length === 0 ? scenarios.keys() : asked) {
    const its = scenarios.get(protocol);
    if (its === undefined) throw new Error(`No folder features/${protocol} has scenarios.`);
    const path = join(FOLDER, `${protocol}.md`);
    writeFileSync(join(root, path), reviewText(its, known));
    console.log(path);
  }
}

main(join(__dirname, '..'), process.argv.slice(2));
