import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secrets } from './secrets';

function hiding(secret: string): Secrets {
  const secrets = new Secrets();
  secrets.hide(secret);
  return secrets;
}

test('a secret is hidden wherever it stands', () => {
  assert.equal(hiding('secret-1').mask('PASS secret-1 and secret-1.'), 'PASS **** and ****.');
});

test('base64 that holds the secret is hidden, however the secret falls on its groups', () => {
  for (const before of ['', 'a', 'ab', 'abc', 'alice@example.test']) {
    for (const after of ['', 'z', 'zz', '\0more']) {
      const text = Buffer.from(`${before}\0secret-1${after}`).toString('base64');
      const shown = `AUTH PLAIN base64(${before}<NUL>****${after.replace('\0', '<NUL>')}) x`;
      assert.equal(hiding('secret-1').mask(`AUTH PLAIN ${text} x`), shown);
    }
  }
});

test('the form of an IMAP quoted string is hidden', () => {
  assert.equal(hiding('a"b\\c').mask('LOGIN x "a\\"b\\\\c"'), 'LOGIN x "****"');
});

test('a very short secret is hidden where it stands alone and leaves other words readable', () => {
  assert.equal(hiding('ok').mask('PASS ok; a token'), 'PASS ****; a token');
});

test('other text is left alone', () => {
  assert.equal(hiding('secret-1').mask('250 2.1.0 Ok'), '250 2.1.0 Ok');
});
