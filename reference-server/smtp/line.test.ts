import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from './line';
import type { Session } from './session';

const session = { service: { extensions: [] } } as unknown as Session;
const parse = (text: string) => parseCommand(session, { octets: Buffer.from(text), tooLong: false });

test('white space before the end is no part of the command', () => {
  const parsed = parse('RSET \t ');
  assert.ok('verb' in parsed);
  assert.deepEqual([parsed.verb, parsed.argument, parsed.line], ['RSET', '', 'RSET \t ']);
});

test('blanks inside a line are looked at once', () => {
  const begun = process.cpuUsage();
  assert.ok('refused' in parse(`RSE${' '.repeat(400_000)}x`));
  // A minute and more, where each of them is tried as the first of the last.
  assert.ok(process.cpuUsage(begun).user < 5_000_000);
});
