import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { Scope } from '../dialogue/scope';
import { withCrlf } from './message';
import { blockOf, checkReport, readReport } from './report';

const report = (status: string, { type = 'message/delivery-status', boundary = '"=_cut (1)"' } = {}) =>
  withCrlf(
    [
      'Return-Path: <>',
      'Subject: what became of it',
      `Content-Type: multipart/report; report-type=delivery-status;`,
      `\tboundary=${boundary}`,
      '',
      `--${boundary.replaceAll('"', '')}`,
      '',
      'It could not be delivered.',
      `--${boundary.replaceAll('"', '')}`,
      `Content-Type: ${type}`,
      '',
      status,
      `--${boundary.replaceAll('"', '')}--`,
      '',
    ].join('\n'),
  );

const STATUS = [
  'Reporting-MTA: dns;mail.example.test',
  'Arrival-Date: Sun, 29 Nov 2026 03:00:00 +0000',
  '',
  'Original-Recipient: rfc822;Carol@elsewhere.test',
  'Final-Recipient: RFC822; carol@elsewhere.test',
  'Action: Failed (for good)',
  'Status: 5.1.1 (no such user)',
  'Diagnostic-Code: smtp; 550 no such user',
  '\t(really)',
  '',
  'Final-Recipient: rfc822; dave@elsewhere.test',
  'Action: delayed',
  '',
].join('\n');

const scope = () => new Scope((name) => (name === 'elsewhere' ? 'elsewhere.test' : undefined));
const check = (about: string, ...fields: string[]) => checkReport(report(STATUS), about, fields.join('\n'), scope());

describe('a report', () => {
  it('says things of the message and of each recipient', () => {
    const read = readReport(report(STATUS))!;
    assert.equal(read.message.get('reporting-mta'), 'dns; mail.example.test');
    assert.equal(read.recipients.length, 2);
    assert.equal(blockOf(read, 'CAROL@elsewhere.test')?.get('action'), 'Failed');
    assert.equal(blockOf(read, 'eve@elsewhere.test'), undefined);
  });

  it('has fields whose letters and comments do not matter, but those that somebody else said', () => {
    check('the message', 'reporting-mta: DNS; mail.example.test');
    check('carol@elsewhere.test', 'Action: failed', 'Status: 5.1.1', 'Final-Recipient: rfc822; carol@${elsewhere}');
    assert.throws(
      () => check('carol@elsewhere.test', 'Original-Recipient: rfc822; carol@${elsewhere}'),
      /does not fit/,
    );
    check('carol@elsewhere.test', 'Diagnostic-Code: smtp; 550 no such user (really)', 'Remote-MTA: ${absent}');
  });

  it('says what differs', () => {
    assert.throws(() => check('carol@elsewhere.test', 'Action: delayed'), /does not fit Action: delayed/);
    assert.throws(() => check('carol@elsewhere.test', 'Status: ${absent}'), /does not fit Status/);
    assert.throws(() => check('carol@elsewhere.test', 'Remote-MTA: ${*}'), /does not fit Remote-MTA/);
    assert.throws(() => check('eve@elsewhere.test', 'Action: failed'), /says nothing of eve@elsewhere\.test/);
    assert.throws(
      () => checkReport(Buffer.from('Subject: hi\r\n\r\n'), 'the message', 'A: b', scope()),
      /is no report/,
    );
  });

  it('may be a global one, in an encoding', () => {
    const encoded = Buffer.from(STATUS.replaceAll('\n', '\r\n')).toString('base64');
    const global = report(encoded, {
      type: 'message/global-delivery-status\nContent-Transfer-Encoding: base64',
      boundary: 'cut',
    });
    assert.equal(readReport(global)?.recipients.length, 2);
  });

  it('has addresses beyond ASCII, however they are written', () => {
    const read = readReport(
      report('A: b\n\nFinal-Recipient: utf-8; \\x{3B4}@a.test\n\nFinal-Recipient: utf-8; ψ@a.test'),
    )!;
    assert.ok(blockOf(read, 'δ@a.test'));
    assert.ok(blockOf(read, 'ψ@a.test'));
  });
});

test('what is not multipart/report, or has no status, is none', () => {
  assert.equal(readReport(withCrlf('Content-Type: text/plain\n\nhi\n')), undefined);
  assert.equal(readReport(report('hi', { type: 'text/plain' })), undefined);
});

test('a character that there is not is left as it is written', () => {
  const read = readReport(report('A: b\n\nFinal-Recipient: utf-8; \\x{FFFFFF}@a.test'))!;
  assert.ok(blockOf(read, '\\x{FFFFFF}@a.test'));
  assert.equal(blockOf(read, 'bob@a.test'), undefined);
});

test('a boundary without measure parts nothing', () => {
  assert.deepEqual(readReport(report('A: b', { boundary: 'b'.repeat(40_000) })), undefined);
});
