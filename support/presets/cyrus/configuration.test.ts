import assert from 'node:assert';
import { test } from 'node:test';
import { cyrusConf, imapdConf } from './configuration';

const PORTS = { lmtp: 1, pop3: 2, pop3s: 3, imap: 4, imaps: 5 };

test('what the instance sets takes the place of what Debian sets, for no option may come twice', () => {
  const lines = imapdConf('# comment\npopminpoll: 1\numask: 077\n').split('\n');
  assert.deepStrictEqual(
    lines.filter((line) => /^(#|popminpoll|umask)/.test(line)),
    ['# comment', 'umask: 077', 'popminpoll: 0'],
  );
});

test('every service listens at its own port, on this machine only', () => {
  const listens = [...cyrusConf(PORTS).matchAll(/^ {2}(\w+) +cmd="[^"]*" listen="([^"]*)"/gm)].map(([, ...at]) => at);
  assert.deepStrictEqual(listens, [
    ['imap', '127.0.0.1:4'],
    ['imaps', '127.0.0.1:5'],
    ['pop3', '127.0.0.1:2'],
    ['pop3s', '127.0.0.1:3'],
    ['lmtp', '127.0.0.1:1'],
    ['notify', '/run/cyrus/socket/notify'],
  ]);
});
