import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameError } from './frame';
import { SmtpReplyFrame } from './smtp';

/** Feeds the octets one more at a time; gives the unit and how many octets there were when it was whole. */
function trickle(text: string) {
  const frame = new SmtpReplyFrame({ line: 40, reply: 100 });
  const bytes = Buffer.from(text, 'latin1');
  for (let n = 0; n <= bytes.length; n++) {
    const unit = frame.take(bytes.subarray(0, n));
    if (unit !== undefined) return { ...unit, at: n };
  }
  return undefined;
}

const whole = (text: string) => new SmtpReplyFrame({ line: 40, reply: 100 }).take(Buffer.from(text, 'latin1'));

for (const [text, code, lines] of [
  ['250 Ok\r\n', 250, ['Ok']],
  ['250\r\n', 250, ['']],
  ['250-a\r\n250-\r\n250 c\r\n', 250, ['a', '', 'c']],
  ['250-a\r\n250\r\n', 250, ['a', '']],
  ['550 caf\xe9\r\n', 550, ['caf\xe9']],
] as const) {
  test(`${JSON.stringify(text)} is a reply, split at any octet`, () => {
    const found = trickle(text);
    assert.equal(found?.at, text.length);
    assert.equal(found?.value.code, code);
    assert.deepEqual(
      found?.value.lines.map((line) => line.toString('latin1')),
      lines,
    );
    assert.equal(whole(`${text}220 next\r\n`)?.octets, text.length);
  });
}

for (const [text, code] of [
  ['250 Ok\n', 'malformed-reply'],
  ['250-a\r\n250 b\n', 'malformed-reply'],
  ['250 O\rk\r\n', 'malformed-reply'],
  ['250-a\r\n251 b\r\n', 'malformed-reply'],
  ['250_a\r\n', 'malformed-reply'],
  ['2500 a\r\n', 'malformed-reply'],
  ['25', undefined],
  ['25x', 'malformed-reply'],
  ['650 a\r\n', 'malformed-reply'],
  ['\r\n', 'malformed-reply'],
  ['* OK', 'malformed-reply'],
  ['\x16\x03\x01', 'malformed-reply'],
  [`250 ${'a'.repeat(50)}`, 'line-too-long'],
  ['250-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(4), 'reply-too-long'],
] as const) {
  test(`${JSON.stringify(text)} is ${code ?? 'not whole yet'}`, () => {
    for (const read of [whole, trickle]) {
      if (code === undefined) assert.equal(read(text), undefined);
      else
        assert.throws(
          () => read(text),
          (error) => error instanceof FrameError && error.code === code,
        );
    }
  });
}
