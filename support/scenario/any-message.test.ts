import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyMessage } from './any-message';
import { headerValue } from './message';

const about = { name: 'letter', id: 'x-1', sender: 'someone@elsewhere.test' };

test('it has what a message must have, and a Subject that tells it from others', () => {
  const message = anyMessage(about);
  assert.equal(headerValue(message, 'From'), '<someone@elsewhere.test>');
  assert.match(headerValue(message, 'Date') ?? '', /^\w{3}, \d+ \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  assert.equal(headerValue(message, 'Subject'), 'letter x-1');
  assert.equal(headerValue(message, 'Message-ID'), '<x-1.letter@client.mailspec.test>');
});

test('it has the size that is asked for, whatever that is, and lines that anybody takes', () => {
  for (let octets = 500; octets < 800; octets++) {
    const message = anyMessage({ ...about, octets });
    assert.equal(message.length, octets);
    const lines = message.toString('latin1').split('\r\n');
    assert.equal(lines.pop(), '');
    assert.ok(lines.every((line) => line.length <= 78 && !/[\r\n]/.test(line) && !line.startsWith('.')));
  }
});

test('a size that leaves no room is an error', () => {
  assert.throws(() => anyMessage({ ...about, octets: 100 }), /without filling it has \d+/);
});
