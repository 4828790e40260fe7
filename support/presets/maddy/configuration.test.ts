import assert from 'node:assert';
import { test } from 'node:test';
import { maddyConf } from './configuration';

test('it listens at its own ports, asks no DNS and sends nothing away', () => {
  const text = maddyConf('/tmp/m', { smtp: 1, submission: 2, submissions: 3, imap: 4, imaps: 5 });
  assert.match(text, /^smtp tcp:\/\/127\.0\.0\.1:1 \{$/m);
  assert.match(text, /^submission tls:\/\/127\.0\.0\.1:3 tcp:\/\/127\.0\.0\.1:2 \{$/m);
  assert.match(text, /^imap tls:\/\/127\.0\.0\.1:5 tcp:\/\/127\.0\.0\.1:4 \{$/m);
  assert.doesNotMatch(text, /require_mx_record|target\.remote/);
});
