import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Names } from '../../dns/names';
import { authorsOf } from './authors';
import { Dmarc } from './dmarc';
import { readDmarcRecord } from './record';

const from = (...values: string[]) => authorsOf(Buffer.from(`${values.map((one) => `From: ${one}\r\n`).join('')}\r\n`));

describe('the author', () => {
  it('is whom the field names', () => {
    assert.deepEqual(from('"x@a.test" <x@B.test>'), ['b.test']);
    assert.deepEqual(from('<@a.test:x@b.test>'), ['b.test']);
    assert.deepEqual(from('x@a.test, y <y@b.test>, z@a.test'), ['a.test', 'b.test']);
    assert.deepEqual(from('Us: x@b.test;'), ['b.test']);
    assert.deepEqual(from('x@b\u00fccher.test'), ['xn--bcher-kva.test']);
  });

  it('is nobody in a group without members, and cannot be told of anything else', () => {
    assert.deepEqual(from('Nobody:;'), []);
    for (const values of [[], ['x'], [''], ['x@a.test', 'x@a.test']]) assert.equal(from(...values), undefined);
  });
});

describe('a record', () => {
  it('is read by its tags', () => {
    const { own, below, percent, strict } = readDmarcRecord(
      'v=DMARC1; p=Reject; sp=none;pct=5; adkim=s; what; aspf=x',
    )!;
    assert.deepEqual([own, below, percent, strict], ['reject', 'none', 5, { dkim: true, spf: false }]);
    assert.equal(readDmarcRecord('v=DMARC1; p=what'), undefined);
    assert.equal(readDmarcRecord('v=DMARC1; p=what; rua=mailto:a@b.test')?.own, 'none');
    assert.equal(readDmarcRecord('v=DMARC1; p=reject; sp=what; rua=mailto:a@b.test')?.own, 'none');
  });
});

describe('DMARC', () => {
  const texts: Record<string, string> = { '_dmarc.a.test': 'v=DMARC1; p=reject; sp=quarantine; pct=50' };
  const names = {
    txt: async (name: string) => (texts[name] ? { kind: 'found', records: [[texts[name]]] } : { kind: 'no-domain' }),
  } as unknown as Names;
  const wish = async (author: string, chance: number) => {
    const dmarc = new Dmarc({ names, random: () => Buffer.from([0, 0, 0, chance]) });
    const content = Buffer.from(`From: <${author}>\r\n\r\n`);
    const result = await dmarc.check(content, { spf: { word: 'none', asked: '' }, dkim: [] });
    return result === 'nobody' ? result : `${result.word} ${result.wish}`;
  };

  it('does what is asked for to as many as are asked for', async () => {
    assert.equal(await wish('x@a.test', 49), 'fail reject');
    assert.equal(await wish('x@a.test', 50), 'fail quarantine');
    assert.equal(await wish('x@b.a.test', 49), 'fail quarantine');
    assert.equal(await wish('x@b.a.test', 50), 'fail none');
    assert.equal(await wish('x@b.test', 0), 'none none');
  });
});
