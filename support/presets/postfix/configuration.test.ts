import assert from 'node:assert';
import { test } from 'node:test';
import { mainCf, masterCf } from './configuration';

const INSTANCE = { directory: '/tmp/x', ports: { smtp: 15_025 }, mxPort: 15_026, uid: 65_534, gid: 65_534 };

test('the services are those of Debian, at the port of the instance and in no chroot', () => {
  const debian = `# service type  private unpriv  chroot  wakeup  maxproc command + args
smtp      inet  n       -       y       -       -       smtpd
#submission inet n       -       y       -       -       smtpd
pickup    unix  n       -       y       60      1       pickup
maildrop  unix  -       n       n       -       -       pipe
  flags=DRXhu user=vmail argv=/usr/bin/maildrop -d \${recipient}
`;
  assert.deepStrictEqual(
    masterCf(debian, INSTANCE)
      .split('\n')
      .filter((line) => !line.startsWith('#')),
    [
      '127.0.0.1:15025 inet n - n - - smtpd',
      'pickup unix n - n 60 1 pickup',
      'maildrop unix - n n - - pipe',
      '  flags=DRXhu user=vmail argv=/usr/bin/maildrop -d ${recipient}',
      '',
    ],
  );
});

test('the services for users are those that Debian has in comments', () => {
  const debian = `#submission inet n       -       y       -       -       smtpd
#  -o smtpd_tls_security_level=encrypt
#     Prose, which says more.
#  -o smtpd_client_restrictions=
#628       inet  n       -       y       -       -       qmqpd
`;
  assert.deepStrictEqual(masterCf(debian, { ports: { submission: 15_587 } }).split('\n'), [
    '127.0.0.1:15587 inet n - n - - smtpd',
    '  -o smtpd_tls_security_level=encrypt',
    '#     Prose, which says more.',
    '  -o smtpd_client_restrictions=',
    '#628       inet  n       -       y       -       -       qmqpd',
    '',
  ]);
});

test("an instance's settings stand behind Debian's", () => {
  const text = mainCf('biff = no\n', INSTANCE);
  assert.match(text, /^biff = no\n/);
  assert.match(text, /^smtp_tcp_port = 15026$/m);
  assert.match(text, /^queue_directory = \/tmp\/x\/queue$/m);
});
