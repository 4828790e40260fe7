import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseParameters } from './parameters';
import { decodeXtext } from './xtext';

describe('parameters', () => {
  it('are keywords with or without a value', () => {
    const parameters = parseParameters(' size=10 SMTPUTF8 x-y=a;b+2B');
    assert.deepEqual(
      [...parameters!],
      [
        ['SIZE', '10'],
        ['SMTPUTF8', undefined],
        ['X-Y', 'a;b+2B'],
      ],
    );
    assert.equal(parseParameters('')?.size, 0);
  });

  it('stand apart by one space, once each, by their grammar', () => {
    for (const text of [
      'SIZE=1',
      ' ',
      '  SIZE=1',
      ' SIZE=1 ',
      ' SIZE=',
      ' =1',
      ' -A=1',
      ' A=b=c',
      ' A A',
      ' A=1 a=2',
      ' A_B',
    ]) {
      assert.equal(parseParameters(text), undefined, JSON.stringify(text));
    }
  });
});

describe('xtext', () => {
  it('has plus signs before two capital hexadecimal digits only', () => {
    assert.equal(decodeXtext('a+2Bb+3D'), 'a+b=');
    for (const text of ['a+b', 'a+2b', 'a+', 'a=b', 'a b', 'a+0A', 'a+FF', 'é']) {
      assert.equal(decodeXtext(text), undefined, text);
    }
  });
});
