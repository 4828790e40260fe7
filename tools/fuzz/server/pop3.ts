import assert from 'node:assert/strict';
import { parse } from '../../../reference-server/pop3/line';
import { mutated } from '../grammar/mutate';
import { command, WORDS } from '../grammar/pop3';
import { stateless } from '../subject';

export const lines = stateless(
  'pop3-line',
  'command lines of POP3: what is taken comes back as it was',
  mutated(command, WORDS),
  (octets) => {
    const parsed = parse(octets);
    if (!parsed) return;
    const { verb, sentVerb, argument } = parsed;
    assert.equal(verb, sentVerb.toUpperCase());
    const text = octets.toString('utf8');
    assert.ok(text === sentVerb || text === `${sentVerb} ${argument}`);
  },
);
