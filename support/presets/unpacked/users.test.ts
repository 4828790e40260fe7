import assert from 'node:assert';
import { test } from 'node:test';
import { groupLines, passwdLines, usersOf } from './users';

test('users of a private root have numbers of their own, a group each, and no shell', () => {
  const users = usersOf({ cyrus: '/var/lib/cyrus', ann: '/mail/ann' });
  assert.strictEqual(
    passwdLines(users),
    'cyrus:x:59000:59000::/var/lib/cyrus:/usr/sbin/nologin\nann:x:59001:59001::/mail/ann:/usr/sbin/nologin\n',
  );
  assert.strictEqual(groupLines(users), 'cyrus:x:59000:\nann:x:59001:\n');
});

test('a user may belong to a group that Debian has', () => {
  const users = [{ name: 'cyrus', id: 59_000, group: 8, home: '/var/lib/cyrus' }];
  assert.strictEqual(passwdLines(users), 'cyrus:x:59000:8::/var/lib/cyrus:/usr/sbin/nologin\n');
  assert.strictEqual(groupLines(users), '');
});
