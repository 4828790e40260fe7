import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outsideLines } from './outside';

test('a target that is led nowhere is told how', () => {
  const lines = outsideLines({ outside: undefined }).join('\n');
  for (const server of ['Postfix', 'Exim', 'OpenSMTPD']) assert.match(lines, new RegExp(`^  ${server} `, 'm'));
  assert.match(lines, /outside: \{ smarthost: 127\.0\.0\.1:2527 \}/);
});

test('what is there is said, and what is missing', () => {
  const dns = { host: '127.0.0.77', port: 53 };
  assert.deepEqual(outsideLines({ outside: { dns, mxPort: 25 } }), [
    'elsewhere:',
    '  asks the suite for names at 127.0.0.77:53, calls mail hosts at port 25',
  ]);
  const smarthost = { host: '127.0.0.1', port: 2527 };
  assert.match(outsideLines({ outside: { smarthost, mxPort: 25 } }).join('\n'), /hands mail .*2527\n.*MX records/);
});
