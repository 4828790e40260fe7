import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY } from './answers';
import { Sendings, sendingOf } from './sendings';

const key = sendingOf('form', { ...EMPTY, text: 'x' });

test('the same letter of one form waits for the first', async () => {
  const sendings = new Sendings();
  const first = sendings.begin(key);
  const second = sendings.begin(key);
  assert.equal(first.before, undefined);
  first.end(true);
  assert.equal(await second.before, true);
});

test('what was not taken may be sent again', async () => {
  const sendings = new Sendings();
  const first = sendings.begin(key);
  const second = sendings.begin(key);
  first.end(false);
  assert.equal(await second.before, false);
  assert.equal(sendings.begin(key).before, undefined);
});

test('another letter, or another form, is another', () => {
  assert.notEqual(sendingOf('form', { ...EMPTY, text: 'y' }), key);
  assert.notEqual(sendingOf('other', { ...EMPTY, text: 'x' }), key);
});

test('a form that has no name is never the same', () => {
  const sendings = new Sendings();
  sendings.begin(sendingOf('', EMPTY)).end(true);
  assert.equal(sendings.begin(sendingOf('', EMPTY)).before, undefined);
});

test('a session remembers so many', () => {
  const sendings = new Sendings();
  for (let n = 0; n < 60; n++) sendings.begin(String(n)).end(true);
  assert.equal(sendings.begin('0').before, undefined);
  assert.notEqual(sendings.begin('59').before, undefined);
});
