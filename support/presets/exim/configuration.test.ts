import assert from 'node:assert';
import { test } from 'node:test';
import { debconfAnswers, withServers } from './configuration';

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

test('it listens at its own port only', () => {
  assert.match(debconfAnswers(15_025), /^dc_local_interfaces='127\.0\.0\.1\.15025'$/m);
});
