import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseSubject } from './base-subject';

const ABOUT: readonly [subject: string, text: string, reply: boolean][] = [
  ['Budget', 'Budget', false],
  ['', '', false],
  ['Re: Budget', 'Budget', true],
  ['RE :  fw: FWD: Budget', 'Budget', true],
  ['Re[2]: Budget', 'Budget', true],
  ['re [x] [y]: Budget', 're [x] [y]: Budget', false],
  ['[list] Budget', 'Budget', false],
  ['[list][a] Re: [list] Budget', 'Budget', true],
  ['[list] [a]', '[a]', false],
  ['[list]', '[list]', false],
  ['[[list]] Budget', '[[list]] Budget', false],
  ['Budget (fwd)', 'Budget', true],
  ['Budget (fwd) (FWD)  ', 'Budget', true],
  ['Budget(fwd)', 'Budget', true],
  ['[Fwd: Budget]', 'Budget', true],
  ['[Fwd: Re: [Fwd: Budget (fwd)] ]', 'Budget', true],
  ['[Fwd: Budget', '[Fwd: Budget', false],
  ['[Fwd: Budget] for you', 'for you', false],
  ['A \t\r\n  b', 'A b', false],
  ['Reply: Budget', 'Reply: Budget', false],
  ['Re:', '', true],
  ['Fwd: Re: [x]', '[x]', true],
];

for (const [subject, text, reply] of ABOUT)
  test(`${JSON.stringify(subject)} is about ${JSON.stringify(text)}`, () =>
    assert.deepEqual(baseSubject(subject), { text, reply }));

test('what was made to take long does not', () => {
  const many = 200_000;
  for (const piece of ['re:', '[a]', '[fwd: ', '(fwd)', ' ', '[', ']', 're[a]:[b]'])
    assert.equal(typeof baseSubject(piece.repeat(many)).text, 'string');
  assert.equal(baseSubject(`${'[fwd: '.repeat(20_000)}x${']'.repeat(20_000)}`).text, 'x');
});
