import assert from 'node:assert';
import { test } from 'node:test';
import { idsOf, slug, topicOf } from './slug';

test('a slug keeps letters and digits and joins them by hyphens', () => {
  assert.equal(slug('RCPT before MAIL is a bad sequence'), 'rcpt-before-mail-is-a-bad-sequence');
  assert.equal(slug('  MAIL FROM:<"a b"@x>  '), 'mail-from-a-b-x');
  assert.equal(slug('Über – naïve'), 'uber-naive');
  assert.equal(slug('...'), 'scenario');
});

test('a topic is the path below features/', () => {
  assert.equal(topicOf('features/smtp/order.feature'), 'smtp/order');
  assert.equal(topicOf('/home/features/mailspec/features/smtp/extensions/size.feature'), 'smtp/extensions/size');
  assert.equal(topicOf('features\\pop3\\stat.feature'), 'pop3/stat');
});

test('equal titles in one file still get ids of their own', () => {
  assert.deepEqual(idsOf('features/smtp/a.feature', ['One', 'Two', 'one!']), [
    'smtp/a#one',
    'smtp/a#two',
    'smtp/a#one-2',
  ]);
});
