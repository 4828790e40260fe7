/** Whether a message came through. */
import assert from 'node:assert/strict';
import type { Setting } from './client';

/** The server's trace fields, and those of a client that sends a message on (RFC 5322 §3.6.6). */
const TRACE =
  /^Return-Path: <[^>]*>\r\n(?:Received: .*\r\n(?:[ \t].*\r\n)*)+(?:Resent-(?:From|To|Date|Message-ID): .*\r\n)*$/i;

/** What was sent by SMTP is in the inbox: trace fields on top, below them every octet as it was. */
export function assertDelivered({ server, account, message }: Setting, times = 1): void {
  const inbox = server.inbox(account.address);
  assert.equal(inbox.length, times, `${inbox.length} messages have arrived, not ${times}`);
  for (const each of inbox) {
    assertEndsWith(each, message);
    assert.match(each.subarray(0, each.length - message.length).toString('latin1'), TRACE);
  }
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
