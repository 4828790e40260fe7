import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Faults } from './faults';

describe('faults', () => {
  it('fit by protocol, command and what the argument holds, the first one first', () => {
    const faults = new Faults([
      { protocol: 'smtp', command: 'RCPT', condition: 'bob@', reply: '451 later' },
      { protocol: 'smtp', command: '*', reply: '421 no' },
    ]);
    assert.equal(faults.take('smtp', 'RCPT', 'TO:<bob@example.test>')?.reply, '451 later');
    assert.equal(faults.take('smtp', 'RCPT', 'TO:<alice@example.test>')?.reply, '421 no');
    assert.equal(faults.take('lmtp', 'RCPT', 'TO:<bob@example.test>'), undefined);
  });

  it('are used up, or taken away', () => {
    const faults = new Faults();
    const remove = faults.add({ protocol: 'pop3', command: 'RETR', drop: true });
    faults.add({ protocol: 'pop3', command: 'STAT', reply: '-ERR', times: 2 });
    assert.ok(faults.take('pop3', 'STAT', ''));
    assert.ok(faults.take('pop3', 'STAT', ''));
    assert.equal(faults.take('pop3', 'STAT', ''), undefined);
    assert.ok(faults.take('pop3', 'RETR', '1'));
    remove();
    assert.equal(faults.take('pop3', 'RETR', '1'), undefined);
    assert.equal(faults.none, true);
  });
});
