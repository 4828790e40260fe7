/**
 * `npm run test:chaos [-- --seed N] [--messages N] [--kills N]`: no message is lost while the next hop fails at random and the server is
 * killed and started again. Ends with one line `N passed, N failed`.
 */
import { parseArgs } from 'node:util';
import { chaos } from '../reference-server/testing/chaos/chaos';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      messages: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '10' },
    },
  });
  const [seed, messages, kills] = [values.seed, values.messages, values.kills].map(Number) as [number, number, number];
  console.log(`seed ${seed}: ${messages} messages, the server is killed ${kills} times`);
  const { delivered, returned, lost, doubled, inDoubt, both } = await chaos({ seed, messages, kills });
  console.log(
    `${delivered} delivered, ${returned} returned, of these ${both.length} both; ${doubled.length} came more than once, ${inDoubt.length} because an answer was lost`,
  );
  if (lost.length > 0) console.log(`lost: ${lost.join(' ')}`);
  console.log(`${messages - lost.length} passed, ${lost.length} failed`);
  process.exitCode = lost.length === 0 ? 0 : 1;
}

void main();
