/** The part that a tool was asked for, `--shard=2/4`; otherwise all. */
import { parseArgs } from 'node:util';
import { parseShard, type Shard } from '../support/run/shard';

export function askedShard(): Shard {
  const { values } = parseArgs({ options: { shard: { type: 'string', default: '1/1' } }, strict: false });
  return parseShard(String(values.shard));
}
