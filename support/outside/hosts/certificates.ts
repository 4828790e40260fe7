/** The certificates that hosts show. */

import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import { authorityCertificate, type Issued, issue, type Wanted } from '../../authority';
import type { Behaviour, Certificate } from './behaviour';

/** Whose certificate it is to be: the host's name, and where it listens. */
export interface Place {
  name: string;
  address: string;
}

/** Nobody's (RFC 2606 §2). */
const ANOTHER_NAME = 'another-name.test';
/** RFC 8996 */
const NEW: SecureContextOptions = { minVersion: 'TLSv1.2' };
/** OpenSSL takes its suites for secure at its lowest level alone. */
const OLD: SecureContextOptions = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };

/** A host has one key, whatever it shows. */
const keys = new Map<string, Wanted['keyPair']>();
const issued = new Map<string, Promise<Issued>>();

/** What a host shows, and TLS 1.2 and later, or where it is old TLS 1.1 alone. */
export async function contextOf(place: Place, certificate: Certificate, old = false): Promise<SecureContext> {
  const { cert, key } = await certificateOf(place, certificate);
  // RFC 7672 §3.1.2: the authority is shown too.
  const chain = certificate === 'of its own' ? cert : `${cert}\n${await authorityCertificate()}`;
  return createSecureContext({ cert: chain, key, ...(old ? OLD : NEW) });
}

/**
 * What a host that behaves so shows. Whoever calls it before a client comes has the client wait for no keys, nor for the library that makes
 * them: on a busy machine that takes longer than some clients wait.
 */
export function tlsOf({ name, address }: Place, { certificate, certified, oldTls }: Behaviour): Promise<SecureContext> {
  return contextOf({ name: certified ?? name, address }, certificate, oldTls);
}

/** Each is made once. */
export function certificateOf({ name, address }: Place, certificate: Certificate): Promise<Issued> {
  const key = `${certificate} ${name} ${address}`;
  const known =
    issued.get(key) ??
    issue({ for: namesIn(name, address, certificate), keyPair: keysOf(name), ...KINDS[certificate] });
  issued.set(key, known);
  return known;
}

/** SHA-256 of a host's key, in hexadecimal, as a TLSA record has it. */
export function keyDigestOf(name: string): string {
  return digestOf(keysOf(name)!.publicKey);
}

/** Likewise of the authority's. */
export async function authorityDigest(): Promise<string> {
  return digestOf(await authorityCertificate());
}

function digestOf(pem: string): string {
  return createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function keysOf(name: string): Wanted['keyPair'] {
  const known = keys.get(name) ?? newKeys();
  keys.set(name, known);
  return known;
}

function newKeys(): NonNullable<Wanted['keyPair']> {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

const KINDS = { good: {}, expired: { expired: true }, 'for another name': {}, 'of its own': { bySelf: true } };

function namesIn(name: string, address: string, certificate: Certificate): string[] {
  return certificate === 'for another name' ? [ANOTHER_NAME] : [name, address];
}
