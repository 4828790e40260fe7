import assert from 'node:assert';
import { test } from 'node:test';
import { settingsByFile, userdb, withSettings } from './configuration';

test("what the instance sets takes the place of Debian's line", () => {
  const ports = { pop3: 1, pop3s: 2, imap: 3, imaps: 4 };
  const debian = 'ADDRESS=0\nPORT=143\nMAXPERIP=20\nIMAP_UMASK=022\n';
  const lines = withSettings(debian, settingsByFile(ports).imapd!).split('\n');
  assert.ok(lines.includes('ADDRESS=127.0.0.1') && lines.includes('PORT=3') && lines.includes('IMAP_UMASK=022'));
  assert.ok(!lines.includes('ADDRESS=0') && !lines.includes('PORT=143'));
});

test('an account is a line of userdb', () => {
  const line = userdb(new Map([['ann@example.test', '$5$x']]), (user) => `/m/${user}`, 59_001).split('\n')[0];
  const fields = 'uid=59001|gid=59001|home=/m/ann@example.test|mail=/m/ann@example.test/Maildir|systempw=$5$x';
  assert.strictEqual(line, `ann@example.test\t${fields}`);
});
