import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAccount, checkFault, checkOptions } from './options';

const ALICE = { address: 'alice@example.test', password: 'secret' };
const later = { protocol: 'smtp', command: 'RCPT', reply: '451 later' };

/** The option that is complained of, and the complaint. */
const WRONG: [given: unknown, option: string, complaint: RegExp][] = [
  [undefined, '', /^the options is undefined; it should be an object$/],
  [{ dommains: [] }, 'dommains', /is not known; there are hostname, domains,/],
  [{ hostname: '' }, 'hostname', /a word/],
  [{ domains: 'example.test' }, 'domains', /a list/],
  [{ accounts: [{ address: 'alice', password: 'x' }] }, 'accounts[0].address', /"alice"; it should be an address/],
  [{ accounts: [{ address: 'a@b.test' }] }, 'accounts[0].password', /is missing/],
  [{ accounts: [ALICE, { ...ALICE, address: 'ALICE@example.test' }] }, 'accounts[1].address', /another account has/],
  [{ accounts: [{ ...ALICE, quota: 1 }] }, 'accounts[0].quota', /is not known/],
  [{ accounts: [{ ...ALICE, tokens: [{ token: 'x' }] }] }, 'accounts[0].tokens[0].value', /is missing/],
  [{ aliases: { info: 'a@b.test' } }, 'a name in aliases', /an address/],
  [{ aliases: { 'info@b.test': 'a' } }, 'aliases["info@b.test"]', /an address/],
  [{ listen: { smpt: { port: 0 } } }, 'listen.smpt', /is not known; there are smtp, submission,/],
  [{ listen: { smtp: 2525 } }, 'listen.smtp', /2525; it should be an object/],
  [{ listen: { smtp: { port: 70_000 } } }, 'listen.smtp.port', /from 0 to 65535/],
  [{ data: '' }, 'data', /name of a file/],
  [{ profile: 'constructor' }, 'profile', /one of default,/],
  [{ limits: { error: 1 } }, 'limits.error', /is not known/],
  [{ limits: { errors: '3' } }, 'limits.errors', /"3"; it should be a number/],
  [{ limits: { quota: Number.NaN } }, 'limits.quota', /NaN/],
  [{ relay: { networks: ['10.0.0.0/99'] } }, 'relay.networks[0]', /a network/],
  [{ submission: { senders: 'all' } }, 'submission.senders', /one of own, any/],
  [{ tls: 'yes' }, 'tls', /one of none, optional, required/],
  [{ seams: { smpt: [] } }, 'seams.smpt', /is not known/],
  [{ clock: Date }, 'clock', /a clock/],
  [{ log: 'x' }, 'log', /a function/],
  [{ faults: [{ ...later, protocol: 'http' }] }, 'faults[0].protocol', /one of smtp, lmtp, pop3, imap/],
  [{ faults: [{ ...later, command: 'rcpt' }] }, 'faults[0].command', /write RCPT/],
  [{ faults: [{ ...later, command: 'RSTE' }] }, 'faults[0].command', /there are .*RSET.*, and \* for any/],
  [{ faults: [{ ...later, time: 1 }] }, 'faults[0].time', /is not known/],
  [{ faults: [{ ...later, times: 0 }] }, 'faults[0].times', /from 1/],
];

describe('options', () => {
  for (const [given, option, complaint] of WRONG) {
    it(`that are wrong are named: ${JSON.stringify(given)}`, () => {
      assert.throws(
        () => checkOptions(given),
        (error: Error & { option?: string }) => {
          assert.equal(error.option, option || 'the options');
          assert.match(error.message, complaint);
          return true;
        },
      );
    });
  }

  it('may be there without a value, and no limit may be the limit', () => {
    checkOptions({});
    checkOptions({ profile: undefined, data: undefined, limits: { quota: Number.POSITIVE_INFINITY } });
    checkOptions({ accounts: [ALICE, { address: '"a b"@example.test', password: '' }], listen: { smtp: { port: 0 } } });
  });

  it('are checked for an account and a fault that come later', () => {
    assert.throws(() => checkAccount({ address: 'x', password: 'y' }), { option: 'account.address' });
    assert.throws(() => checkFault({ ...later, reply: '' }), { option: 'fault.reply' });
  });
});

const GOOD = {
  smtp: ['451 later', '451 4.3.0 later', '354', '250-one\n250-two\r\n250 three'],
  pop3: ['+OK', '-ERR [SYS/TEMP] later', '+ ', '+OK 1 message\n1 20\n.'],
  imap: ['OK done', 'NO [UNAVAILABLE] later', 'BYE', '* 3 EXISTS\nOK done'],
} as const;
const BAD = {
  smtp: ['', 'hello', '99', '600 x', '451later', '250-one', '250 one\n250 two', '250-one\n251 two'],
  pop3: ['', 'hello', '+OKAY', '451 later', '-ERR\nno\n.', '+OK\n1 20'],
  imap: ['', 'hello', 'a1 OK done', 'OK one\nOK two', '* OK'],
} as const;

describe('replies of faults', () => {
  for (const protocol of ['smtp', 'pop3', 'imap'] as const) {
    const rule = (reply: string) => ({ protocol, command: '*', reply });
    for (const reply of GOOD[protocol])
      it(`${protocol} may answer ${JSON.stringify(reply)}`, () => checkFault(rule(reply)));
    for (const reply of BAD[protocol])
      it(`${protocol} may not answer ${JSON.stringify(reply)}`, () =>
        assert.throws(() => checkFault(rule(reply)), { option: 'fault.reply' }));
  }
});
