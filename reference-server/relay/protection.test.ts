import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { attempt, kinds } from '../testing/relaying';
import { kind, kindBut } from '../testing/scripted-host';
import { protectionOf, verified } from './protection';

const HOST = { host: 'mx.other.test', port: 25 };
/** As far as it is looked at. */
const peer = (names: string, trouble?: string) =>
  ({
    authorized: trouble === undefined,
    authorizationError: trouble,
    getPeerCertificate: () => ({ subject: {}, subjectaltname: names }),
  }) as unknown as TLSSocket;

describe('what TLS has to be at a smarthost', () => {
  it('is what was asked for, and otherwise whether there is a password to keep', () => {
    assert.equal(protectionOf(HOST).use, 'optional');
    assert.equal(protectionOf({ ...HOST, user: 'u', password: 'p' }).use, 'required');
    assert.equal(protectionOf({ ...HOST, tls: 'none' }).use, 'none');
    assert.equal(protectionOf({ ...HOST, tls: 'required' }).judge, undefined);
    assert.ok(protectionOf({ ...HOST, tls: 'verified' }).judge);
  });

  it('is for its name and from an authority, where that is asked for', () => {
    const { judge } = verified('mx.other.test');
    assert.equal(judge?.(peer('DNS:mx.other.test')), undefined);
    assert.match(`${judge?.(peer('DNS:mx.elsewhere.test'))}`, /mx\.other\.test/);
    assert.match(`${judge?.(peer('DNS:mx.other.test', 'CERT_HAS_EXPIRED'))}`, /CERT_HAS_EXPIRED/);
    assert.equal(verified('127.0.0.1').judge?.(peer('IP Address:127.0.0.1')), undefined);
  });

  it('is not given up where there is none', async () => {
    const demands = { smarthost: { tls: 'verified' as const } };
    for (const script of [kind, kindBut({ EHLO: '250-mx\r\n250 STARTTLS', STARTTLS: '454 no' })]) {
      const result = await attempt([script], undefined, demands);
      assert.deepEqual(kinds(result), ['later 4.4.2']);
      assert.ok(!result.lines[0]!.some((line) => line.startsWith('MAIL')));
    }
  });
});
