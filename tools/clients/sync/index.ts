/**
 * Clients that keep a copy, while two sessions change what they copy. `npm run test:clients -- 'keeps its copy' --operations 1000 --seed 7`: so many
 * operations of that seed; without, a few of today's.
 */
import { parseArgs } from 'node:util';
import { type Lot, lotOf } from '../../../support/soak/random';
import type { Client, Setting } from '../client';
import { assertSame, type Keeper, MAILBOXES, truth } from './copy';
import { dsyncKeeper } from './dsync';
import { imapflowKeeper } from './imapflow';
import { mbsyncKeeper } from './mbsync';
import { Writers } from './writers';

const DAY = 86_400_000;
/** Operations between two looks at the copy, at the most. */
const ROUND = 25;

/** @param flags that the client can keep besides `\Seen`, `\Answered`, `\Flagged` and `\Draft` */
function keeps(
  name: string,
  programs: readonly string[],
  flags: readonly string[],
  open: (setting: Setting, lot: Lot) => Keeper,
): Client {
  return {
    name: `${name} keeps its copy right while two sessions change what it copies`,
    programs,
    async use(setting) {
      const { operations, seed } = asked();
      const lot = lotOf(seed);
      const writers = await Writers.open(setting, lot, flags);
      const keeper = open(setting, lot);
      let done = 0;
      try {
        while (done < operations) {
          const until = Math.min(operations, done + 1 + lot.below(ROUND));
          for (; done < until; done++) await writers.act();
          await keeper.sync();
          await compare(keeper, setting);
        }
      } catch (error) {
        throw new Error(
          `after ${done} operations of seed ${seed} (again: npm run test:clients -- '${name} keeps' --operations ${operations} --seed ${seed}): ${
            error instanceof Error ? error.message : error
          }`,
        );
      } finally {
        await keeper.close();
        await writers.close();
      }
    },
  };
}

async function compare(keeper: Keeper, setting: Setting): Promise<void> {
  const [copy, there] = [await keeper.copy(), await truth(setting)];
  for (const name of MAILBOXES) assertSame(name, copy[name], there[name], keeper.uids);
}

function asked(): { operations: number; seed: number } {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({ options: { operations: number, seed: number }, strict: false });
  return { operations: Number(values.operations ?? 100), seed: Number(values.seed ?? Math.floor(Date.now() / DAY)) };
}

export const syncClients: Client[] = [
  keeps('imapflow', [], ['\\Deleted', '$Forwarded', 'spec-1'], imapflowKeeper),
  keeps('mbsync', ['mbsync'], [], mbsyncKeeper),
  keeps('dsync', ['doveadm'], ['\\Deleted', '$Forwarded', 'spec-1'], dsyncKeeper),
];
