/** The keys with which the suite signs, by the names of their selectors: they stand in rsa-keys.json, made once and kept. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root';
import { DialogueError } from '../errors';

/** PKCS#8 in base64 by name. */
let kept: Record<string, string> | undefined;
const USUAL = 'rsa';

/** Another selector than the names of keys is one of the usual key. */
export function signingKey(selector: string): KeyObject {
  return keyNamed(Object.hasOwn(keys(), selector) ? selector : USUAL);
}

/** For p= of its record: a SubjectPublicKeyInfo, or where that is said an RSAPublicKey, in base64. */
export function publicKey(name: Buffer, form?: Buffer): Buffer {
  const type = form?.toString() === 'RSAPublicKey' ? 'pkcs1' : 'spki';
  const der = createPublicKey(keyNamed(name.toString())).export({ format: 'der', type });
  return Buffer.from(der.toString('base64'));
}

function keyNamed(name: string): KeyObject {
  const der = keys()[name];
  if (der === undefined)
    throw new DialogueError(`there is no key ${name}; there are ${Object.keys(keys()).join(', ')}`);
  return createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });
}

function keys(): Record<string, string> {
  kept ??= JSON.parse(readFileSync(join(packageRoot(), 'support/dialogue/dkim/rsa-keys.json'), 'utf8'));
  return kept!;
}
