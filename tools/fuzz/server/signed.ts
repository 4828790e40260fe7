import assert from 'node:assert/strict';
import type { Names } from '../../../reference-server/dns/names';
import { systemClock } from '../../../reference-server/net/clock';
import { canonicalBody } from '../../../reference-server/policies/dkim/canonical';
import { Dkim } from '../../../reference-server/policies/dkim/dkim';
import { Dmarc } from '../../../reference-server/policies/dmarc/dmarc';
import { canonicalBody as suitesBody } from '../../../support/dialogue/dkim/canonical';
import { mutated } from '../grammar/mutate';
import { BETWEEN, signed as input, WORDS } from '../grammar/signed';
import { stateless } from '../subject';

const WORDS_OF_DKIM = ['pass', 'fail', 'policy', 'neutral', 'temperror', 'permerror'];

export const signed = stateless(
  'signed',
  'signatures, their keys, what domains ask for, and who the author is: none passes, and a body is hashed as the suite hashes it',
  mutated(input, WORDS),
  async (octets) => {
    const [key = '', wish = '', ...rest] = octets.toString('latin1').split(BETWEEN);
    const content = Buffer.from(rest.join(''), 'latin1');
    const names = {
      txt: async (name: string) => ({ kind: 'found', records: [[name.startsWith('_dmarc.') ? wish : key]] }),
    } as unknown as Names;
    const results = await new Dkim({ names, clock: systemClock() }).check(content);
    for (const { word } of results) assert.ok(word !== 'pass' && WORDS_OF_DKIM.includes(word));
    const dmarc = new Dmarc({ names, random: () => Buffer.alloc(4) });
    const author = await dmarc.check(content, { spf: { word: 'none', asked: '' }, dkim: results });
    assert.ok(author === 'nobody' || author.word !== 'pass');
    const body = content.toString('latin1');
    for (const way of ['simple', 'relaxed'] as const)
      assert.equal(canonicalBody(body, way), suitesBody(content, way).toString('latin1'));
  },
);
