import assert from 'node:assert';
import { test } from 'node:test';
import { CommanderError } from 'commander';
import { InputError } from '../reports/input-error';
import { SpecificationError } from '../reports/specification-error';
import { TargetError } from '../support/outcome';
import { UsageError } from '../support/targets/usage-error';
import { endOf } from './end';

test('what the user wrote is 64, what is out of reach is 3, each in one line', () => {
  assert.deepEqual(endOf(new UsageError('x', 'write it so')), { code: 64, line: 'write it so' });
  assert.deepEqual(endOf(new InputError('no baseline')), { code: 64, line: 'no baseline' });
  assert.deepEqual(endOf(new TargetError('refused', 'nobody there')), { code: 3, line: 'refused: nobody there' });
});

test("commander's own words are not repeated; help ends well", () => {
  assert.deepEqual(endOf(new CommanderError(1, 'commander.unknownOption', 'no')), { code: 64, line: '' });
  assert.deepEqual(endOf(new CommanderError(0, 'commander.helpDisplayed', 'help')), { code: 0, line: '' });
});

test('a specification that cannot be read is the suite that is broken', () => {
  assert.deepEqual(endOf(new SpecificationError('x.feature is not Gherkin')), {
    code: 3,
    line: 'x.feature is not Gherkin',
  });
});

test('anything else is the suite that is broken: 3, with the stack', () => {
  const { code, line } = endOf(new Error('odd'));
  assert.equal(code, 3);
  assert.match(line, /Error: odd\n {4}at /);
});
