import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ladder, type Spoken, type Upgrade } from './ladders';

const way = (spoken: Spoken, state: string, upgrade: Upgrade) =>
  ladder(spoken, state, upgrade)
    .map(({ asks }) => asks.replace('the greeting', '220'))
    .join(' ');

test('a session goes up to TLS behind the greeting, once', () => {
  assert.equal(way('smtp', 'greeted', 'first'), '220 EHLO STARTTLS');
  assert.equal(way('smtp', 'after MAIL', 'first'), '220 EHLO STARTTLS EHLO MAIL');
  assert.equal(way('lmtp', 'after LHLO', 'first'), '220 LHLO STARTTLS LHLO');
  assert.equal(way('pop3', 'after TLS', 'first'), '220 STLS');
  assert.equal(way('pop3', 'greeted', 'first'), '220 STLS');
  assert.equal(way('imap', 'authenticated', 'first'), '220 STARTTLS LOGIN');
  assert.equal(way('imap', 'not greeted', 'first'), '');
});

test('before a login, or not at all', () => {
  assert.equal(way('imap', 'authenticated', 'before login'), '220 STARTTLS LOGIN');
  assert.equal(way('imap', 'greeted', 'before login'), '220');
  assert.equal(way('pop3', 'authenticated', 'none'), '220 PASS');
  assert.equal(way('submission', 'after MAIL', 'before login'), '220 EHLO STARTTLS EHLO AUTH MAIL');
  assert.equal(way('submission', 'greeted', 'before login'), '220 EHLO STARTTLS');
  assert.equal(way('smtp', 'after AUTH', 'none'), '220 EHLO AUTH');
});
