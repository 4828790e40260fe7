import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildReport, type Report } from './report';

const report: Report = {
  hostname: 'mail.example.test',
  from: 'postmaster@example.test',
  to: 'alice@example.test',
  date: 'Mon, 23 Nov 2026 10:00:00 +0000',
  id: 'abc',
  envelopeId: 'QQ314159',
  recipients: [
    {
      final: 'bob@example.test',
      original: { type: 'rfc822', address: 'rob@example.test' },
      action: 'delivered',
      status: '2.0.0',
    },
    { final: 'x@elsewhere.test', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 No such user' },
  ],
  returned: { octets: Buffer.from('Subject: hi\r\n\r\n'), whole: false },
};

describe('a report', () => {
  it('has three parts: words, status, and what was sent', () => {
    const text = buildReport(report).toString();
    const parts = text.split('--=_abc');
    assert.equal(parts.length, 5);
    assert.match(
      parts[0]!,
      /^Content-Type: multipart\/report; report-type=delivery-status;\r\n\tboundary="=_abc"\r\n/m,
    );
    assert.equal(
      parts[2],
      [
        '\r\nContent-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mail.example.test',
        'Original-Envelope-Id: QQ314159',
        '',
        'Original-Recipient: rfc822; rob@example.test',
        'Final-Recipient: rfc822; bob@example.test',
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822; x@elsewhere.test',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 No such user',
        '\r\n',
      ].join('\r\n'),
    );
    assert.equal(parts[3], '\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: hi\r\n\r\n\r\n');
    assert.equal(parts[4], '--\r\n');
  });

  it('is a global one when an address is not ASCII', () => {
    const recipients = [{ final: 'δοκιμή@example.test', action: 'delivered', status: '2.0.0' } as const];
    const text = buildReport({ ...report, recipients }).toString();
    assert.match(text, /^Content-Type: message\/global-delivery-status\r\n/m);
    assert.match(text, /^Final-Recipient: utf-8; δοκιμή@example\.test\r\n/m);
    assert.match(text, /^Content-Type: message\/global-headers\r\n/m);
  });
});
