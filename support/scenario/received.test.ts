import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scope } from '../dialogue/scope';
import { Mismatch } from '../outcome';
import { headerFields, splitMessage, withCrlf } from './message';
import * as received from './received';

const message = withCrlf('Received: by a\n b; now\nReturn-Path: <x@y.test>\nSubject: Hello\n\nOne\n\nTwo\n');
const fails = (act: () => void, code: string) =>
  assert.throws(act, (error) => error instanceof Mismatch && error.code === code);

test('the header ends at the first empty line, and folded fields are unfolded', () => {
  assert.equal(splitMessage(message).body.toString(), 'One\r\n\r\nTwo\r\n');
  assert.deepEqual(
    headerFields(message).map(({ name, value }) => [name, value]),
    [
      ['Received', 'by a b; now'],
      ['Return-Path', '<x@y.test>'],
      ['Subject', 'Hello'],
    ],
  );
});

test('a message that begins with an empty line has no header', () => {
  assert.equal(splitMessage(Buffer.from('\r\nx: y\r\n')).body.toString(), 'x: y\r\n');
});

test('a changed body is told by its first changed line', () => {
  received.checkSameBody(message, withCrlf('Subject: other\n\nOne\n\nTwo\n'));
  fails(() => received.checkSameBody(message, withCrlf('a: b\n\nOne\n\nTwo \n')), 'body-differs');
  fails(() => received.checkSameBody(message, withCrlf('a: b\n\nOne\n')), 'body-differs');
});

test('header fields are looked up in any case, and patterns bind', () => {
  const scope = new Scope();
  received.checkHeaderField(message, 'return-path: <${path:string}>', scope);
  assert.equal(scope.get('path')?.toString(), 'x@y.test');
  fails(() => received.checkHeaderField(message, 'Subject: Hell', scope), 'field-missing');
  received.checkFieldCount(message, 'subject', 1);
  fails(() => received.checkFieldCount(message, 'Subject', 2), 'field-count');
});

test('first lines, last octets, and what must not be there', () => {
  const scope = new Scope();
  received.checkFirstLines(message, 'Received: ${*}\n b; now', scope);
  fails(() => received.checkFirstLines(message, 'Return-Path: ${*}', scope), 'lines-differ');
  received.checkEndsWith(message, withCrlf('Subject: Hello\n\nOne\n\nTwo\n'));
  fails(() => received.checkEndsWith(message, withCrlf('Subject: Hello\n\nOne\n\n')), 'message-differs');
  received.checkDoesNotContain(message, Buffer.from('bcc:'));
  fails(() => received.checkDoesNotContain(message, Buffer.from('SUBJECT')), 'text-found');
});

test('fields are looked for in their order, others may stand between', () => {
  const scope = new Scope();
  received.checkFieldOrder(message, 'Received: by a b; now\nSubject: Hello', scope);
  received.checkFieldOrder(message, 'received: by ${*}; now\nSubject: H${*}', scope);
  fails(() => received.checkFieldOrder(message, 'Received: by ${*}; then', scope), 'field-order');
  fails(() => received.checkFieldOrder(message, 'Subject: Hello\nReceived: by a b; now', scope), 'field-order');
});
