import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUtf7, encodeUtf7 } from './modified-utf7';

test('names go there and back', () => {
  for (const [name, text] of [
    ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'],
    ['Entwürfe', 'Entw&APw-rfe'],
    ['A & B', 'A &- B'],
    ['&', '&-'],
    ['😀', '&2D3eAA-'],
    ['plain', 'plain'],
  ] as const) {
    assert.equal(encodeUtf7(name), text);
    assert.equal(decodeUtf7(text), name);
  }
});

test('what is not the one way to write a name is none', () => {
  for (const text of [
    '&',
    '&Jjo',
    '&Jjo!',
    '&U,BTFw-&ZeVnLIqe-',
    '&AGE-',
    '&A-',
    '&AOQ',
    '&2D0-',
    'a\xe9',
    '&AOR-',
    'a\tb',
  ]) {
    assert.equal(decodeUtf7(text), undefined, text);
  }
});
