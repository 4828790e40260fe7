import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { News, Subject } from './news';
import { Reports } from './reports';

const path = (text: string) => {
  const [local = '', domain = ''] = text.split('@');
  return { local, domain, text };
};

const NOON = Date.UTC(2026, 10, 23, 12);
const subject: Subject = {
  name: 'id-1',
  envelope: { reversePath: path('alice@example.test'), envelopeId: 'QQ314159', body: '7BIT', utf8: false },
  arrived: NOON,
  content: Buffer.from('Subject: hi\r\nMessage-ID: <a@b>\r\n\r\nbody\r\n'),
};
const bob: News = {
  recipient: { path: path('bob@example.test'), originalRecipient: { type: 'rfc822', address: 'rob@example.test' } },
  action: 'delivered',
  status: '2.0.0',
};
const failed: News = {
  recipient: { path: path('x@elsewhere.test') },
  action: 'failed',
  status: '5.1.1',
  remote: 'mx.elsewhere.test',
  diagnostic: '550-5.1.1 No such user\n550 5.1.1 at all',
  lastAttempt: NOON + 60_000,
};

const reports = new Reports({ hostname: 'mail.example.test', domains: ['example.test'] });
const built = (told: Subject, news: readonly News[], wide: '8bit' | 'base64' = '8bit') =>
  reports.build(reports.compose(told, news, told.envelope.reversePath, { id: 'abc', date: NOON, wide })).toString();

describe('a report', () => {
  it('has three parts: words, status, and what was sent', () => {
    const text = built(subject, [bob, failed]);
    const parts = text.split('--=_abc');
    assert.equal(parts.length, 5);
    assert.match(
      parts[0]!,
      /^Content-Type: multipart\/report; report-type=delivery-status;\r\n\tboundary="=_abc"\r\n/m,
    );
    assert.match(parts[0]!, /^In-Reply-To: <a@b>\r\n/m);
    assert.equal(
      parts[2],
      [
        '\r\nContent-Type: message/delivery-status',
        '',
        'Original-Envelope-Id: QQ314159',
        'Reporting-MTA: dns; mail.example.test',
        'Arrival-Date: Mon, 23 Nov 2026 12:00:00 +0000',
        '',
        'Original-Recipient: rfc822; rob@example.test',
        'Final-Recipient: rfc822; bob@example.test',
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822; x@elsewhere.test',
        'Action: failed',
        'Status: 5.1.1',
        'Remote-MTA: dns; mx.elsewhere.test',
        'Diagnostic-Code: smtp; 550-5.1.1 No such user',
        ' 550 5.1.1 at all',
        'Last-Attempt-Date: Mon, 23 Nov 2026 12:01:00 +0000',
        '\r\n',
      ].join('\r\n'),
    );
    assert.equal(parts[3], `\r\nContent-Type: message/rfc822\r\n\r\n${subject.content}\r\n`);
    assert.equal(parts[4], '--\r\n');
  });

  it('gives back the header only where nothing failed', () => {
    assert.match(built(subject, [bob]), /\r\nContent-Type: text\/rfc822-headers\r\n\r\nSubject: hi\r\n(?!.*body)/s);
  });

  it('says of a delay until when it is tried', () => {
    const delayed: News = { ...failed, action: 'delayed', willRetryUntil: NOON + 3_600_000 };
    assert.match(built(subject, [delayed]), /^Will-Retry-Until: Mon, 23 Nov 2026 13:00:00 \+0000\r\n/m);
    assert.doesNotMatch(built(subject, [{ ...delayed, action: 'failed' }]), /Will-Retry-Until/);
  });

  it('is a global one when an address is not ASCII and the sender spoke SMTPUTF8', () => {
    const news = [{ ...bob, recipient: { path: path('δοκιμή@example.test') } }];
    const told = {
      ...subject,
      envelope: { ...subject.envelope, utf8: true },
      content: Buffer.from('Subject: ψ\r\n\r\n'),
    };
    const text = built(told, news);
    assert.match(text, /^Content-Type: message\/global-delivery-status\r\nContent-Transfer-Encoding: 8bit\r\n/m);
    assert.match(text, /^Final-Recipient: utf-8; δοκιμή@example\.test\r\n/m);
    assert.match(text, /^Content-Type: message\/global-headers\r\n/m);
    assert.match(built(told, news, 'base64'), /^[\x00-\x7f]*$/);
    assert.match(built(subject, news), /^Final-Recipient: utf-8; \\x\{3B4\}.*@example\.test\r\n/m);
  });

  it('writes an original recipient of type utf-8 as its reader can have it', () => {
    const originalRecipient = { type: 'utf-8', address: '\\x{3B4}@example.test' };
    const news = [{ ...bob, recipient: { ...bob.recipient, originalRecipient } }];
    const told = { ...subject, envelope: { ...subject.envelope, utf8: true } };
    assert.match(built(told, news), /^Original-Recipient: utf-8; δ@example\.test\r\n/m);
    assert.match(built(subject, news), /^Original-Recipient: utf-8; \\x\{3B4\}@example\.test\r\n/m);
  });
});
