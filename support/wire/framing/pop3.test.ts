import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Frame, FrameError } from './frame';
import { Pop3PayloadFrame, Pop3StatusFrame } from './pop3';

const LIMITS = { line: 30, reply: 60 };

function trickle<T>(frame: Frame<T>, text: string) {
  const bytes = Buffer.from(text, 'latin1');
  for (let n = 0; n <= bytes.length; n++) {
    const unit = frame.take(bytes.subarray(0, n));
    if (unit !== undefined) return { ...unit, at: n };
  }
  return undefined;
}

for (const [text, indicator, rest] of [
  ['+OK\r\n', '+OK', ''],
  ['+OK 2 320\r\n', '+OK', '2 320'],
  ['-ERR [IN-USE] busy\r\n', '-ERR', '[IN-USE] busy'],
  ['+ bm9uY2U=\r\n', '+', 'bm9uY2U='],
  ['+ \r\n', '+', ''],
] as const) {
  test(`${JSON.stringify(text)} is a status, split at any octet`, () => {
    const found = trickle(new Pop3StatusFrame(LIMITS), text);
    assert.equal(found?.at, text.length);
    assert.equal(found?.value.indicator, indicator);
    assert.equal(found?.value.text.toString(), rest);
  });
}

for (const text of ['+ok hi\r\n', '+OKAY\r\n', '-ERROR x\r\n', '+OK hi\n', '250 hi\r\n', '+OK a\rb\r\n', 'x']) {
  test(`${JSON.stringify(text)} is no status`, () => {
    assert.throws(() => trickle(new Pop3StatusFrame(LIMITS), text), FrameError);
    assert.throws(() => new Pop3StatusFrame(LIMITS).take(Buffer.from(text)), FrameError);
  });
}

test('a payload is unstuffed and ends at a dot on a line of its own', () => {
  const text = 'a\r\n..\r\n...b\r\n\r\n.\r\n';
  for (const found of [
    trickle(new Pop3PayloadFrame(LIMITS), text),
    new Pop3PayloadFrame(LIMITS).take(Buffer.from(`${text}+OK`)),
  ]) {
    assert.deepEqual(found?.value.lines.map(String), ['a', '.', '..b', '']);
    assert.equal(found?.octets, text.length);
  }
});

test('an empty payload has no lines', () => {
  assert.deepEqual(new Pop3PayloadFrame().take(Buffer.from('.\r\n'))?.value.lines, []);
});

test('a line that begins with a dot that was not doubled is malformed', () => {
  assert.throws(() => trickle(new Pop3PayloadFrame(LIMITS), 'a\r\n.b\r\n.\r\n'), { code: 'malformed-payload' });
});

test('a dot after a bare LF ends nothing, and is explained', () => {
  const frame = new Pop3PayloadFrame(LIMITS);
  const bytes = Buffer.from('a\nb\n.\n');
  assert.equal(frame.take(bytes), undefined);
  assert.match(frame.explain(bytes) ?? '', /LF without CR/);
  assert.equal(frame.explain(Buffer.from('a\r\nb\r\n')), undefined);
});

test('an endless line and an endless payload are cut short', () => {
  assert.throws(() => trickle(new Pop3PayloadFrame(LIMITS), 'a'.repeat(31)), { code: 'line-too-long' });
  assert.throws(() => trickle(new Pop3PayloadFrame(LIMITS), 'ab\r\n'.repeat(20)), { code: 'reply-too-long' });
  assert.throws(() => trickle(new Pop3StatusFrame(LIMITS), `+OK ${'a'.repeat(31)}`), { code: 'line-too-long' });
});
