import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../outcome';
import { checkTrace, TRACE_QUALITIES, type TraceQuality } from './trace';

const FACTS = { helo: 'client.mailspec.test', clientAddress: '127.0.0.1' };
const GOOD =
  'from client.mailspec.test (localhost [127.0.0.1]) by mail.example.test (Postfix) with ESMTP id 4F2A; Mon, 23 Nov 2026 10:00:00 +0000 (UTC)';
const holds = (value: string, quality: TraceQuality) => assert.doesNotThrow(() => checkTrace(value, quality, FACTS));
const fails = (value: string, quality: TraceQuality) =>
  assert.throws(() => checkTrace(value, quality, FACTS), Mismatch);

test('a field as Postfix writes it has every quality', () => {
  const login = 'a WITH clause that tells of a login';
  for (const quality of TRACE_QUALITIES) holds(quality === login ? GOOD.replace('ESMTP ', 'ESMTPSA ') : GOOD, quality);
});

test('an address literal after from, and a FOR clause', () => {
  holds('from [127.0.0.1] by a.test for <x@a.test>; 1 Jan 2026 01:02 -0800', 'the grammar of a time stamp line');
});

test('a field that begins elsewhere, has no date or an obsolete one', () => {
  fails('by a.test; 1 Jan 2026 01:02:03 +0000', 'the grammar of a time stamp line');
  fails('from a.test by b.test', 'the grammar of a time stamp line');
  fails('from a.test by b.test; 1 Jan 26 01:02:03 GMT', 'a date without obsolete forms');
  fails('from a.test by b.test; 1 Jan 26 01:02:03 +0000', 'a year of four digits');
  fails('from a.test by b.test; 1 Jan 2026 01:02:03 GMT', 'a numerical time zone');
});

test('two paths in FOR, made-up protocols and clauses', () => {
  fails('from a by b for <x@a.test> <y@a.test>; 1 Jan 2026 01:02:03 +0000', 'no more than one path in its FOR clause');
  fails('from a by b with PIGEON id 1; 1 Jan 2026 01:02:03 +0000', 'a registered WITH clause');
  fails('from a by b under water; 1 Jan 2026 01:02:03 +0000', 'no unregistered clause');
});

test('a name or an address that stands elsewhere only', () => {
  fails('from x by client.mailspec.test; 1 Jan 2026 01:02:03 +0000', 'the name from EHLO in its FROM clause');
  fails('from x by b (127.0.0.1); 1 Jan 2026 01:02:03 +0000', "the client's address in its FROM clause");
});

test('a WITH clause without a login, and that of the service which delivers', () => {
  fails('from a.test by b.test with ESMTPS id 1; 1 Jan 2026 01:02 +0000', 'a WITH clause that tells of a login');
  holds('from a.test by b.test with LMTP id 1; 1 Jan 2026 01:02 +0000', 'a WITH clause that tells of a login');
});
