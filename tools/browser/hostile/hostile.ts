/** Every vector of the corpus in Chromium: behind both walls, behind each alone, and behind none, where it must be seen to do what it tries. */
import { join } from 'node:path';
import { takeShard } from '../../../support/run/shard';
import type { Other } from '../../others';
import { askedShard } from '../../shard';
import { readCorpus, type Vector } from './corpus';
import type { Walls } from './harness';
import { type Judge, startJudge } from './judge';
import { playReal } from './real';
import type { Seen } from './watch';

const ROOT = join(__dirname, '../../..').replace(/\/dist$/, '');

/** At a time, each with a vector of its own. */
const PAGES = 4;

export interface Played extends Other {
  play: () => Promise<void>;
}

const one = (name: string, what: (judge: Judge, vectors: readonly Vector[]) => Promise<void>): Played => ({
  name: `hostile mail: ${name}`,
  programs: ['chromium'],
  play: () => withJudge(what),
});

export const hostileMail: readonly Played[] = [
  one('behind both walls nothing runs, leaves or covers', (judge, vectors) => nothing(judge, vectors, 'both')),
  one('what is made anew needs no policy', (judge, vectors) => nothing(judge, vectors, 'sanitiser')),
  one('the policy and the sandbox keep what is not made anew', (judge, vectors) =>
    nothing(
      judge,
      vectors.filter(({ first }) => first === undefined),
      'policy',
    ),
  ),
  {
    name: 'hostile mail: through the webmail of the bundled server nothing runs, leaves or is led away',
    programs: ['chromium'],
    play: async () => {
      const { vectors, seen } = await playReal(ROOT);
      if (seen.size > 0) throw new Error(told(vectors, seen));
    },
  },
  one('without a wall they are seen to do what they try', firing),
];

async function withJudge(what: (judge: Judge, vectors: readonly Vector[]) => Promise<void>): Promise<void> {
  const judge = await startJudge();
  try {
    const vectors = readCorpus(ROOT, judge.harness.origin);
    await judge.harness.use(vectors);
    await what(judge, vectors);
  } finally {
    await judge.close();
  }
}

async function nothing(judge: Judge, vectors: readonly Vector[], walls: Walls): Promise<void> {
  const seen = await judge.together(vectors, walls);
  if (seen.size > 0) throw new Error(told(vectors, seen));
}

/** Those that cannot fire in today's Chromium say why in the corpus; the parse tree of what is shown of them is judged by `npm test`. */
async function firing(judge: Judge, vectors: readonly Vector[]): Promise<void> {
  // Each needs a page of its own, and all of them minutes; the other walls are tried with all vectors anyway.
  const able = takeShard(
    vectors.filter(({ fires }) => fires === undefined),
    askedShard(),
  );
  const silent: string[] = [];
  const waiting = [...able];
  const worker = async () => {
    for (let vector = waiting.shift(); vector !== undefined; vector = waiting.shift())
      if ((await judge.alone(vector, 'none')).size === 0) silent.push(vector.name);
  };
  await Promise.all(Array.from({ length: PAGES }, worker));
  console.log(`      ${able.length - silent.length} of ${able.length} vectors fire without a wall`);
  if (silent.length > 0) console.log(`      seen to do nothing: ${silent.join(', ')}`);
  // On a busy machine one or another is not waited for long enough; that the judge sees what happens is shown by the rest.
  if (silent.length > able.length / 10) throw new Error(`${silent.length} of ${able.length} were seen to do nothing`);
}

function told(vectors: readonly Vector[], seen: Seen): string {
  return vectors
    .filter(({ id }) => seen.has(id))
    .map(({ id, name, tries }) => `${name} (${tries}): ${[...seen.get(id)!].join('; ')}`)
    .join('\n');
}
