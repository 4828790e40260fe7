/**
 * `npm run fuzz [-- NAME...] [--seed N] [--inputs N]`: throws what no client and no server should send at everything that reads, the
 * bundled server's parsers and the suite's. Ends with one line `N passed, N failed`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { excerpt } from '../support/wire/escape';
import type { Found } from './fuzz/run-subject';
import { startWorker } from './fuzz/start-worker';
import { SUBJECTS } from './fuzz/subjects';

const INPUTS = 20_000;
const OUT = 'reports/out/fuzz';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      inputs: { type: 'string', default: String(INPUTS) },
      input: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return help();
  const named = SUBJECTS.filter(
    ({ name }) => positionals.length === 0 || positionals.some((each) => name.startsWith(each)),
  );
  if (named.length === 0)
    throw new Error(`nothing is named so; there are ${SUBJECTS.map(({ name }) => name).join(', ')}`);
  const [seed, inputs] = [Number(values.seed), Number(values.inputs)];
  if (!Number.isInteger(seed) || !(inputs > 0)) throw new Error('--seed and --inputs are whole numbers');
  const what = values.input ? `what ${values.input} holds` : `${inputs} inputs each, made of the seed ${seed}`;
  console.log(`${named.length} readers; ${what}`);
  let failed = 0;
  const left = [...named];
  const next = async (): Promise<void> => {
    for (let subject = left.shift(); subject; subject = left.shift()) {
      const begun = performance.now();
      const found = await startWorker({
        subject: subject.name,
        inputs,
        seed,
        ...(values.input === undefined ? {} : { file: values.input }),
      });
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      if (found) failed++;
      console.log(
        `${found ? 'FAIL' : 'ok'} ${subject.name} ${seconds} s${found ? `\n${shown(subject.name, found)}` : ''}`,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  console.log(`${named.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** What was found, kept in a file too. */
function shown(name: string, { input, error }: Found): string {
  const octets = Buffer.from(input, 'latin1');
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, `${name}.input`);
  writeFileSync(file, octets);
  return `${error}\n${octets.length} octets: ${excerpt(octets, 2000)}\nagain: npm run fuzz -- ${name} --input ${file}`;
}

function help(): void {
  console.log(`npm run fuzz [-- NAME...] [--seed N] [--inputs N] [--input FILE]

Throws inputs at everything that reads what others wrote: made by a grammar, most of them made wrong, the same ones for the same seed. No
input may crash a reader, hang it, take longer than its length warrants, or make it keep memory; what else must hold stands behind each name.

  NAME         only those whose names begin so; all without one
  --seed N     the seed of a run that is to be repeated; by the clock without one
  --inputs N   how many each, ${INPUTS} without it
  --input FILE only this input, such as one that an earlier run has left in ${OUT}

for example: npm run fuzz -- imap --seed 7 --inputs 1000000

${SUBJECTS.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n')}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 64;
});
