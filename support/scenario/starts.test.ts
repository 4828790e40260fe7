import assert from 'node:assert';
import { test } from 'node:test';
import { STARTS, stateAlone } from './starts';

test('port and address stand behind the state', () => {
  const word = "submission session before login on the TLS port from a stranger's address";
  assert.deepEqual(STARTS.get(word), {
    spoken: 'submission',
    state: 'before login',
    onTlsPort: true,
    from: 'stranger',
  });
  assert.equal(stateAlone(word), 'submission session before login');
  assert.equal(STARTS.get('SMTP session after MAIL from a trusted address')?.from, 'trusted');
});

test('who only reads comes from anywhere', () => {
  assert.ok(!STARTS.has('IMAP session greeted from a trusted address'));
});
