/**
 * `npm run test:defects [-- WORD…]`: switches on each named mistake of the bundled server in turn and plays the suite. Exactly the scenarios tagged
 * `@defect-<name>` must turn red; what a mistake merely gets in the way of is blocked, which is no red. Only the features of the mistake's protocol
 * and of those that stand on it are played. Ends with one line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFECT_LISTS } from '../reference-server/defects';
import { readScenarios } from './scenarios';

const RED: readonly string[] = ['fail', 'warn', 'info', 'error'];

/** The folders of features/ that a mistake of this protocol can show in. */
const FOLDERS: Record<string, string> = {
  smtp: 'smtp,lmtp',
  lmtp: 'lmtp',
  pop3: 'pop3',
  imap: 'imap',
  mime: 'mime,smtp',
};

interface Outcome {
  id: string;
  verdict: string;
  tags: string[];
}

async function main(): Promise<void> {
  const root = join(__dirname, '..');
  const words = process.argv.slice(2);
  const names = DEFECT_LISTS.flat()
    .map(({ name }) => name)
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  const queue = names.entries();
  let failed = unknownTags(root);
  const worker = async () => {
    for (const [, name] of queue) {
      const faults = await faultsOf(root, name);
      if (faults.length > 0) failed++;
      console.log(
        faults.length === 0
          ? `ok    ${name}`
          : `fails ${name}\n${faults.map((fault) => `        ${fault}`).join('\n')}`,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  console.log(`${names.length - Math.min(failed, names.length)} passed, ${failed} failed`);
  process.exitCode = failed === 0 && names.length > 0 ? 0 : 1;
}

/** Tags that name a mistake which no list has. */
function unknownTags(root: string): number {
  const known = new Set(DEFECT_LISTS.flat().map(({ name }) => `@defect-${name}`));
  const unknown = new Set(
    readScenarios(root).flatMap(({ tags }) => tags.filter((tag) => tag.startsWith('@defect-') && !known.has(tag))),
  );
  for (const tag of unknown) console.log(`fails ${tag}: no list of defects has it`);
  return unknown.size;
}

async function faultsOf(root: string, name: string): Promise<string[]> {
  const outcomes = await play(root, name);
  const tag = `@defect-${name}`;
  const tagged = outcomes.filter(({ tags }) => tags.includes(tag));
  if (tagged.length === 0) return ['no scenario names it'];
  return [
    ...tagged
      .filter(({ verdict }) => !RED.includes(verdict))
      .map(({ id, verdict }) => `${id}: ${verdict}, although it names the mistake`),
    ...outcomes
      .filter(({ verdict, tags }) => RED.includes(verdict) && !tags.includes(tag))
      .map(({ id, verdict }) => `${id}: ${verdict}, although it does not`),
  ];
}

async function play(root: string, name: string): Promise<Outcome[]> {
  const out = mkdtempSync(join(tmpdir(), 'mailspec-defect-'));
  try {
    const only = FOLDERS[name.split('-')[0]!] ?? name.split('-')[0]!;
    const args = [
      join(root, 'bin/mailspec.js'),
      'run',
      '--defect',
      name,
      '--only',
      only,
      '--shards',
      '1',
      '--out',
      out,
    ];
    await new Promise((resolve, reject) =>
      spawn(process.execPath, args, { stdio: 'ignore' }).on('exit', resolve).on('error', reject),
    );
    return (JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as { scenarios: Outcome[] }).scenarios;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

void main();
