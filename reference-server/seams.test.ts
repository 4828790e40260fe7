import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composed, replaced, replacedInPlace, type Seams } from './seams';

class Shelf {
  constructor(private readonly name: string) {}
  label(): string {
    return this.name;
  }
  both(): string {
    return `${this.label()}!`;
  }
}

type Guest = Seams<string, string[], string, { shelf: Shelf }>;

test('without guests there is no seam and every part is the right one', () => {
  assert.deepEqual(composed([]), {});
  assert.deepEqual(composed([{}]), {});
  const shelf = new Shelf('a');
  assert.equal(replaced(shelf, undefined), shelf);
  assert.equal(replacedInPlace(shelf, undefined), shelf);
});

test('the first named is the outermost, on the way in and on the way out', async () => {
  const guest = (name: string): Guest => ({
    around: async (_, command, next) => {
      command.push(name);
      return `${name}(${await next()})`;
    },
    out: (response) => `${name}[${response}]`,
    write: (octets) => `${name}<${octets}>`,
    read: () => (octets) => Buffer.from(`${name}-${octets}`),
  });
  const { around, out, write, read } = composed([guest('first'), guest('second')]);
  const command: string[] = [];
  assert.equal(await around!('', command, async () => 'right'), 'first(second(right))');
  assert.deepEqual(command, ['first', 'second']);
  assert.equal(out!('right', ''), 'first[second[right]]');
  assert.equal(write!('right', '', ''), 'first<second<right>>');
  assert.equal(String(read!('')(Buffer.from('x'), 'line')), 'second-first-x');
});

test('a response that one guest keeps back reaches no other', () => {
  const seen: string[] = [];
  const { out } = composed<string, string, string, unknown>([
    {
      out(response) {
        seen.push(response);
        return response;
      },
    },
    { out: () => undefined },
  ]);
  assert.equal(out!('right', ''), undefined);
  assert.deepEqual(seen, []);
});

test('replaced methods call on what is within, and the right part stays as it was', () => {
  const guest = (name: string): Guest => ({
    parts: { shelf: (right) => ({ label: () => `${name}(${right.label()})` }) },
  });
  const { parts } = composed([guest('first'), guest('second')]);
  const shelf = new Shelf('a');
  const other = replaced(shelf, parts!.shelf);
  assert.equal(other.label(), 'first(second(a))');
  assert.equal(other.both(), 'first(second(a))!');
  assert.equal(shelf.both(), 'a!');
});

test('a part that is replaced in place stays the one object', () => {
  const shelf = new Shelf('a');
  const same = replacedInPlace(shelf, (right) => ({ label: () => `not ${right.label()}` }));
  assert.equal(same, shelf);
  assert.equal(shelf.both(), 'not a!');
});

test('an old method calls the new ones, whoever replaced which', () => {
  const labels: Guest = { parts: { shelf: (right) => ({ label: () => `new ${right.label()}` }) } };
  const both: Guest = { parts: { shelf: (right) => ({ both: () => `${right.both()}!` }) } };
  for (const guests of [
    [labels, both],
    [both, labels],
  ]) {
    const { parts } = composed(guests);
    assert.equal(replaced(new Shelf('a'), parts!.shelf).both(), 'new a!!');
    assert.equal(replacedInPlace(new Shelf('a'), parts!.shelf).both(), 'new a!!');
  }
});

test('each guest is asked once for its methods, and may replace a value', () => {
  let asked = 0;
  const larger: Seams<string, string, string, { limits: { size: number } }> = {
    parts: { limits: (right) => ({ size: right.size * 2 + asked++ * 1000 }) },
  };
  const { parts } = composed([larger]);
  assert.equal(replaced({ size: 5 }, parts!.limits).size, 10);
  assert.equal(asked, 1);
});
