/**
 * `npm run test:corpora [-- FOLDER...] [--generated N] [--seed N] [--seconds N]`: messages that other people's packages keep for their tests, and
 * generated ones, are appended to the bundled server and read whole by IMAP and by POP3, while every response is held against the witness. Ends with one
 * line `N passed, N failed`, in messages.
 */
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { type Finding, Library } from './corpora/library';
import { messagesBelow } from './corpora/packages';
import type { Text } from './corpora/text';
import { message, WORDS } from './fuzz/grammar/mail';
import { mutated } from './fuzz/grammar/mutate';

const GENERATED = 10_000;
/** Messages that lie in the mailbox together. */
const TOGETHER = 8;
/** Octets of them in all: a recording holds a few times so many. */
const ROOM = 200_000;
/** Findings that are shown whole. */
const SHOWN = 20;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      generated: { type: 'string', default: String(GENERATED) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      seconds: { type: 'string', default: 'Infinity' },
    },
  });
  const [generated, seed] = [Number(values.generated), Number(values.seed)];
  if (!Number.isInteger(generated) || !Number.isInteger(seed))
    throw new Error('--generated and --seed are whole numbers');
  let [passed, failed, shown] = [0, 0, 0];
  const library = await Library.open();
  const read = async (texts: readonly Text[]): Promise<void> => {
    const findings = await library.read(texts);
    const wrong = new Set(findings.flatMap(({ messages }) => messages));
    failed += wrong.size;
    passed += texts.length - wrong.size;
    for (const finding of findings) if (shown++ < SHOWN) show(finding);
  };
  for (const folder of positionals) {
    const texts = messagesBelow(folder);
    console.log(`${texts.length} messages below ${folder}`);
    for (const some of groups(texts)) await read(some);
  }
  console.log(`${generated} generated messages at most, made of the seed ${seed}`);
  const ends = performance.now() + Number(values.seconds) * 1000;
  for (let made = 0, part = 0; made < generated && performance.now() < ends; part++) {
    const some = madeOf(seed, part, Math.min(TOGETHER * 10, generated - made));
    made += some.length;
    for (const group of groups(some)) await read(group);
  }
  library.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** A part of what a seed makes, which can be made by itself. */
function madeOf(seed: number, part: number, number: number): Text[] {
  return fc
    .sample(mutated(message, WORDS), { seed: seed + part, numRuns: number })
    .map((text, n) => ({ name: `seed ${seed + part}, message ${n + 1}`, octets: Buffer.from(text, 'latin1') }))
    .filter(({ octets }) => octets.length > 0);
}

function groups(texts: readonly Text[]): Text[][] {
  const found: Text[][] = [];
  let room = 0;
  for (const text of texts) {
    room -= text.octets.length;
    if (room < 0 || found.at(-1)!.length >= TOGETHER) {
      found.push([]);
      room = ROOM - text.octets.length;
    }
    found.at(-1)!.push(text);
  }
  return found;
}

function show({ messages, what }: Finding): void {
  console.log(`FAIL ${messages.join(', ')}\n     ${what.replace(/\n/g, '\n     ')}`);
}

if (require.main === module) void main();
