import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fold, wrap } from './fold';

describe('a long line', () => {
  it('is folded so that it is the same when it is unfolded', () => {
    const text = `smtp; 550-a\r\n 550 ${'many  words '.repeat(20)}and ${'x'.repeat(200)}`;
    const folded = fold(text);
    assert.equal(folded.replace(/\r\n(?=\s)/g, ''), text.replace('\r\n', ''));
    for (const line of folded.split('\r\n').slice(1)) assert.match(line, /^ /);
  });

  it('is never longer than mail takes, whatever stands in it', () => {
    for (const line of fold('y'.repeat(3000)).split('\r\n')) assert.ok(line.length < 998);
  });

  it('of words is wrapped', () => {
    const lines = wrap('one two '.repeat(30), '    ');
    assert.equal(lines.map((line) => line.trim()).join(' '), 'one two '.repeat(30).trim());
    for (const line of lines) assert.match(line, /^ {4}\S.{0,79}$/);
  });
});
