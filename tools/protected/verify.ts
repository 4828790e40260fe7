/**
 * Whether openssl and gpg still verify and decrypt what is in a message. It is cut by its boundaries alone: whoever understands more of MIME might
 * mend what he should report.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program';
import { KEYS } from './keys';

/** Verifies every signature of the message, those inside of what is encrypted too. `folder` is for files. @returns how many seals were opened or verified */
export async function verified(folder: string, message: string): Promise<number> {
  const signatures = [...message.matchAll(/^Content-Type: multipart\/signed;[\s\S]*?boundary="(\w+)"/gim)];
  for (const [, boundary] of signatures) await verifySigned(folder, message, boundary!);
  const inner = await opened(folder, message);
  return signatures.length + (inner === undefined ? 0 : 1 + (await verified(folder, inner)));
}

async function verifySigned(folder: string, message: string, boundary: string): Promise<void> {
  const [, part, control] = message.split(new RegExp(`(?:^|\\r\\n)--${boundary}(?:--)?\\r\\n`));
  assert.ok(part !== undefined && control !== undefined, `there are no two parts between --${boundary}`);
  const [content, signature] = [join(folder, 'content'), join(folder, 'signature')];
  writeFileSync(content, part, 'latin1');
  if (/pgp-signature/i.test(control)) {
    writeFileSync(signature, control, 'latin1');
    await gpg(folder, '--verify', signature, content);
  } else {
    writeFileSync(signature, fromBase64(control));
    await cms(folder, '-verify', '-content', content, '-in', signature);
  }
}

/** What is inside of the whole message's object: decrypted, or without its signature, which is verified. */
async function opened(folder: string, message: string): Promise<string | undefined> {
  const [header] = message.split('\r\n\r\n', 1) as [string];
  const sealed = join(folder, 'sealed');
  if (/multipart\/encrypted/i.test(header)) {
    writeFileSync(sealed, message.slice(message.indexOf('-----BEGIN PGP MESSAGE-----')), 'latin1');
    return (await gpg(folder, '--decrypt', sealed)).toString('latin1');
  }
  if (!/application\/pkcs7-mime/i.test(header)) return undefined;
  writeFileSync(sealed, fromBase64(message));
  const signed = /signed-data/i.test(header);
  const opening = signed
    ? cms(folder, '-verify', '-in', sealed)
    : cms(folder, '-decrypt', '-in', sealed, '-recip', join(KEYS, 'bert.pem'));
  return (await opening).toString('latin1');
}

const fromBase64 = (entity: string) => Buffer.from(entity.slice(entity.indexOf('\r\n\r\n')), 'base64');

function cms(folder: string, action: string, ...options: string[]): Promise<Buffer> {
  const trust = action === '-verify' ? ['-CAfile', join(KEYS, 'authority.pem'), '-no_check_time'] : [];
  return runProgram(folder, 'openssl', ['cms', action, '-binary', '-inform', 'DER', ...trust, ...options]);
}

async function gpg(folder: string, ...action: string[]): Promise<Buffer> {
  const quietly = ['--batch', '--quiet', '--no-tty', '--homedir', folder, '--trust-model', 'always'];
  await runProgram(folder, 'gpg', [...quietly, '--import', join(KEYS, 'ann.asc'), join(KEYS, 'bert.asc')]);
  return await runProgram(folder, 'gpg', [...quietly, ...action]);
}
