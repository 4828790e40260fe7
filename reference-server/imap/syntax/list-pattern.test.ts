import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesPattern } from './list-pattern';

const fits = (name: string, pattern: string) => matchesPattern(name, pattern, '/');

test('% stays on its level, * does not', () => {
  assert.equal(fits('a', '%'), true);
  assert.equal(fits('a/b', '%'), false);
  assert.equal(fits('a/b', '%/%'), true);
  assert.equal(fits('a/b/c', 'a/%'), false);
  assert.equal(fits('a/b/c', 'a/*'), true);
  assert.equal(fits('a/b/c', '*c'), true);
  assert.equal(fits('a/b', 'a*b*'), true);
  assert.equal(fits('a', 'a/*'), false);
  assert.equal(fits('', '*'), true);
});

test('names are whole and their case counts, but for INBOX', () => {
  assert.equal(fits('foo', 'fo'), false);
  assert.equal(fits('Foo', 'foo'), false);
  assert.equal(fits('INBOX', 'iNbOx'), true);
  assert.equal(fits('INBOX/a', 'inbox/%'), true);
  assert.equal(fits('INBOXES', 'inbox%'), false);
});

test('a pattern full of wildcards is answered at once', () => {
  assert.equal(fits('a'.repeat(1000), `${'*a'.repeat(200)}b`), false);
  assert.equal(fits('é'.repeat(300), '*%*%*é'), true);
});

test('wildcards in a row are the wider of them, however many they are', () => {
  assert.equal(fits('ab', '%%'), true);
  assert.equal(fits('a/b', '%%%'), false);
  assert.equal(fits('a/b', '%*%'), true);
  assert.equal(fits('a/b/c', 'a%%/%%c'), false);
  assert.equal(fits('a/b'.repeat(300), '*'.repeat(1_000_000)), true);
  assert.equal(fits('ab'.repeat(300), '%a'.repeat(500_000)), false);
});
