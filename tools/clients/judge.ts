/** Whether a message came through. */
import assert from 'node:assert/strict';
import type { Setting } from './client';

const RECEIVED = 'Received: .*\\r\\n(?:[ \\t].*\\r\\n)*';
/** Of a client that sends a message on (RFC 5322 §3.6.6). */
const RESENT = '(?:Resent-(?:From|To|Date|Message-ID): .*\\r\\n)*';
/** RFC 5321 §4.4: Return-Path at the end of the way and not before, Received from each server on it. */
const AT_THE_END = new RegExp(`^Return-Path: <[^>]*>\\r\\n${RECEIVED}${RESENT}$`, 'i');
const ON_THE_WAY = new RegExp(`^${RECEIVED}${RESENT}$`, 'i');

/** What was sent by SMTP is in the inbox: trace fields on top, below them every octet as it was. */
export function assertDelivered({ server, account, message }: Setting, times = 1): void {
  const inbox = server.inbox(account.address);
  assert.equal(inbox.length, times, `${inbox.length} messages have arrived, not ${times}`);
  for (const each of inbox) {
    assertEndsWith(each, message);
    assert.match(top(each, message), AT_THE_END);
  }
}

/** What came the whole way, from server to server, is below the trace what was sent; a server of others may add fields of its own. */
export function assertArrived(received: Buffer, message: Buffer): void {
  assertEndsWith(received, message);
  assert.match(top(received, message), /^Return-Path: <[^>]*>\r\n(?:[A-Za-z-]+: .*\r\n(?:[ \t].*\r\n)*)+$/);
}

/** What was handed on to another server is what was submitted, below the field of the server that took it. */
export function assertHandedOn(received: Buffer, message: Buffer): void {
  assertEndsWith(received, message);
  assert.match(top(received, message), ON_THE_WAY);
}

/**
 * What a client fetched is what the server holds; a client may put fields of its own on top.
 * @param added fields that this client is known to add further down
 */
export function assertFetched(fetched: Buffer, message: Buffer, added: readonly string[] = []): void {
  const text = toCrlf(fetched).toString('latin1');
  const without = added.reduce((rest, name) => rest.replace(new RegExp(`^${name}: .*\\r\\n`, 'm'), ''), text);
  assertEndsWith(Buffer.from(without, 'latin1'), message);
}

export function toCrlf(text: Buffer): Buffer {
  return Buffer.from(text.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}

function assertEndsWith(whole: Buffer, end: Buffer): void {
  const from = Math.max(0, whole.length - end.length);
  assert.ok(
    whole.subarray(from).equals(end),
    `the message came through changed:\n${whole.toString('latin1')}\n--- it was:\n${end.toString('latin1')}`,
  );
}

function top(whole: Buffer, end: Buffer): string {
  return whole.subarray(0, whole.length - end.length).toString('latin1');
}
