import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { checkCertificate } from './certificate';

const LONG = 'a key of at least 2048 bits, or none of RSA';

async function shown(key: object, names: string[] = []): Promise<TLSSocket> {
  const altNames = names.map((value) => ({ type: 2 as const, value }));
  const extensions = [
    { name: 'basicConstraints' as const, cA: false },
    ...(names.length > 0 ? [{ name: 'subjectAltName' as const, altNames }] : []),
  ];
  const { cert } = await generate([{ name: 'commonName', value: 'mail.example.test' }], { ...key, extensions });
  return { getPeerCertificate: () => ({ raw: new X509Certificate(cert).raw }) } as unknown as TLSSocket;
}
const EC = { keyType: 'ec', curve: 'P-256' };

test('the name has to be a DNS-ID, and stars stand for whole labels', async () => {
  const quality = 'the name of the server as a DNS-ID';
  checkCertificate(await shown(EC, ['mail.example.test']), 'mail.example.test', quality);
  checkCertificate(await shown(EC, ['*.example.test']), 'mail.example.test', quality);
  for (const names of [[], ['other.example.test'], ['m*.example.test']]) {
    const tls = await shown(EC, names);
    assert.throws(() => checkCertificate(tls, 'mail.example.test', quality), { code: 'certificate-differs' });
  }
  const tls = await shown(EC, ['mail.example.test']);
  assert.throws(() => checkCertificate(tls, '127.0.0.1', quality), { kind: 'not-applicable' });
});

test('a key of RSA is long enough, and one of ECDSA on P-256', async () => {
  const [short, long] = [await shown({ keySize: 1024 }), await shown({ keySize: 2048 })];
  checkCertificate(long, 'x', LONG);
  assert.throws(() => checkCertificate(short, 'x', LONG), { code: 'certificate-differs' });
  const curve = 'a key on P-256, where it is ECDSA';
  assert.throws(() => checkCertificate(long, 'x', curve), { kind: 'not-applicable' });
  const [right, wrong] = [await shown(EC), await shown({ keyType: 'ec', curve: 'P-384' })];
  checkCertificate(right, 'x', curve);
  assert.throws(() => checkCertificate(wrong, 'x', curve), { code: 'certificate-differs' });
});
