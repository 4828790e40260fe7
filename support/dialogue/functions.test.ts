import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DialogueError } from './errors';
import { derivedSecret, FUNCTIONS } from './functions';
import { Scope } from './scope';

const call = (name: string, ...args: string[]) => FUNCTIONS[name]!(args.map((arg) => Buffer.from(arg))).toString();

/** The example of RFC 2195 §2. */
const CHALLENGE = 'PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+';

test('cram-md5 answers the example of RFC 2195', () => {
  const answer = call('cram-md5', 'tim', 'tanstaaftanstaaf', CHALLENGE);
  assert.equal(answer, 'tim b913a602c7eda7a495b4e6e7334d3890');
});

test('a function says how many arguments it takes', () => {
  assert.throws(() => call('cram-md5', 'tim', 'tanstaaftanstaaf'), DialogueError);
});

test('what follows from a password is hidden, and nothing else', () => {
  const hidden: string[] = [];
  const values = new Map(Object.entries({ user: Buffer.from('tim'), challenge: Buffer.from(CHALLENGE) }));
  const scope = new Scope(undefined, values, (secret) => hidden.push(secret));
  scope.expand('${base64(user)} ${lower(user)} ${base64(cram-md5(user, "tanstaaftanstaaf", challenge))}');
  assert.deepEqual(hidden, ['b913a602c7eda7a495b4e6e7334d3890']);
});

test('of SCRAM the proof and the signature are hidden, not the nonce', () => {
  assert.equal(derivedSecret('scram-final', Buffer.from('c=biws,r=abc,p=c2VjcmV0')), 'c2VjcmV0');
  assert.equal(derivedSecret('scram-verifier', Buffer.from('v=c2VjcmV0')), 'c2VjcmV0');
  assert.equal(derivedSecret('scram-first', Buffer.from('n,,n=user,r=abc')), undefined);
});

test('between gives what stands there, octet by octet, and fails where nothing does', () => {
  assert.equal(call('between', 'a--b\r\n x \r\n--b--', '--b\r\n', '\r\n--b'), ' x ');
  assert.equal(call('between', 'one: two: three', ': '), 'two: three');
  assert.throws(() => call('between', 'one, two', ', ', ', '), DialogueError);
});
