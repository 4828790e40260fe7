import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalBody, canonicalField } from './canonical';
import { publicKey } from './keys';
import { dkimSignature } from './sign';

const MESSAGE = Buffer.from('From: <a@a.test>\r\nSubject: x\r\n\r\n');
const field = (...said: string[]) => dkimSignature(MESSAGE, ...said.map((text) => Buffer.from(text))).toString();
const tags = (...said: string[]) => [...field(...said).matchAll(/[:;]\s+(\w+)=/g)].map(([, name]) => name).join(' ');

describe('a signature', () => {
  it('has the usual tags, in the place of which others may be said', () => {
    assert.equal(tags('d=a.test'), 'v a c s h bh d b');
    assert.equal(tags('d=a.test', 'no c', 'c=simple', 'x=1'), 'v a s h bh d c x b');
    assert.equal(tags('d=a.test', 'no v', 'b=', 't=1'), 'a c s h bh d b t');
    assert.match(field('d=a.test'), /h=from:subject;[\s\S]*bh=47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=;/);
  });

  it('is refused where the scenario is wrong', () => {
    assert.throws(() => field('c=simple'), /who signs/);
    assert.throws(() => field('d=a.test', 'simple'), /no tag/);
    assert.throws(() => publicKey(Buffer.from('dsa')), /there is no key dsa; there are rsa, /);
  });

  it('has what RFC 6376 §3.4.5 shows under it', () => {
    const one = Buffer.from('B : Y\t\r\n\tZ  \r\n');
    const body = Buffer.from(' C \r\nD \t E\r\n\r\n\r\n');
    assert.equal(canonicalField(one, 'relaxed').toString(), 'b:Y Z\r\n');
    assert.equal(canonicalField(one, 'simple'), one);
    assert.equal(canonicalBody(body, 'relaxed').toString(), ' C\r\nD E\r\n');
    assert.equal(canonicalBody(body, 'simple').toString(), ' C \r\nD \t E\r\n');
  });
});
