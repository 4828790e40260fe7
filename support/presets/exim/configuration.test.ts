import assert from 'node:assert';
import { test } from 'node:test';
import { debconfAnswers, localMacros, withPort, withSeconds, withServers } from './configuration';

const EXAMPLES = `# The examples below are for server side authentication.

# plain_server:
#   driver = plaintext
#   .ifndef AUTH_SERVER_ALLOW_NOTLS_PASSWORDS
#   .endif

# login_server:
#   driver = plaintext
#
# cram_md5_server:
#   driver = cram_md5
`;

test("Debian's servers for PLAIN and LOGIN come out of their comments, and nothing else does", () => {
  assert.strictEqual(
    withServers(EXAMPLES),
    `# The examples below are for server side authentication.

plain_server:
  driver = plaintext
  .ifndef AUTH_SERVER_ALLOW_NOTLS_PASSWORDS
  .endif

login_server:
  driver = plaintext
#
# cram_md5_server:
#   driver = cram_md5
`,
  );
});

test('it listens at its own ports only, at one of them with TLS from the first octet', () => {
  const ports = { smtp: 15_025, submission: 15_587, submissions: 15_465 };
  const listens = "dc_local_interfaces='127.0.0.1.15025 ; 127.0.0.1.15587 ; 127.0.0.1.15465'";
  assert.ok(debconfAnswers(ports).split('\n').includes(listens));
  assert.match(localMacros(ports), /^tls_on_connect_ports = 15465$/m);
});

test('what waits is tried every two seconds, at the port of the hosts that the suite plays', () => {
  assert.strictEqual(
    withSeconds('# -----\n\n*                      *           F,2h,15m; F,4d,6h\n'),
    '# -----\n\n*                      *           F,8s,2s\n',
  );
  assert.match(
    withPort('remote_smtp:\n  driver = smtp\n', 15_026),
    /^remote_smtp:\n {2}driver = smtp\n {2}port = 15026\n/,
  );
});
