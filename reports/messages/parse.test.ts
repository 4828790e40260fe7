import assert from 'node:assert';
import { test } from 'node:test';
import { parseFeature, parseWritten } from './parse';

const FEATURE = `Feature: F
  Background:
    Given a session
  @R1-1-1 @MUST
  Scenario: S
    When it is told:
      | a | b |
`;

test('what is no Gherkin is told with file and line', () => {
  assert.throws(() => parseFeature('Feature: F\n  Scenario: S\n    Given x\n    Nonsense', 'features/f.feature'), {
    name: 'SpecificationError',
    message: /^features\/f\.feature is not Gherkin: \(4:5\)/,
  });
});

test('steps come with their keywords, tables and backgrounds', () => {
  assert.deepEqual(parseWritten(FEATURE, 'features/f.feature')[0]?.steps, [
    { text: 'Given a session', lines: [] },
    { text: 'When it is told:', lines: ['| a | b |'] },
  ]);
});
