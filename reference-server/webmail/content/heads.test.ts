import assert from 'node:assert';
import { test } from 'node:test';
import { shownAddress, shownAddresses } from './address';
import { disposition, downloadHeaders, servedType } from './download';
import { safeName } from './file-name';
import { shownLink, signedLinks } from './links';
import { shownText } from './shown-text';

test('a line of a list has no controls, no marks that turn it around, and none that cannot be seen', () => {
  assert.equal(shownText('a\r\nBcc: b\u0000\u001b[31m'), 'a Bcc: b [31m');
  assert.equal(shownText('\u202eexe.fdp\u2066 a\u200bb\u00adc\u{e0041}'), 'exe.fdp abc');
  assert.equal(shownText(`e${'\u0301'.repeat(50)}`), `e${'\u0301'.repeat(3)}`);
  assert.equal(shownText('سلام 👩‍💻 ❤️ שלום'), 'سلام 👩‍💻 ❤️ שלום');
  assert.equal(shownText('\ud800x'), '\ufffdx');
  assert.equal(shownText('😀'.repeat(20), 10), `${'😀'.repeat(9)}…`);
});

test('the address is shown, whatever the name says', () => {
  const { label, pretends } = shownAddress({ name: 'boss@bank.test', address: 'evil@x.test' });
  assert.equal(label, 'boss@bank.test <evil@x.test>');
  assert.ok(pretends);
  assert.ok(shownAddress({ name: 'boss＠bank.test', address: 'evil@x.test' }).pretends);
  assert.ok(!shownAddress({ name: 'Eve@X.test', address: 'eve@x.test' }).pretends);
  assert.match(shownAddress({ name: 'a'.repeat(5000), address: 'evil@x.test' }).label, /^a{79}… <evil@x\.test>$/);
  assert.equal(shownAddress({ name: 'Nobody' }).label, 'Nobody (no address)');
});

test('a domain in other letters is shown as the DNS knows it too', () => {
  assert.match(shownAddress({ name: 'A', address: 'a@аррle.test' }).label, /\(xn--/);
  assert.match(shownAddress({ address: 'a@аррle.test' }).label, /^a@аррle\.test \(xn--.*\.test\)$/);
});

test('a group is its members', () => {
  const shown = shownAddresses([{ name: 'team', group: [{ address: 'a@x.test' }, { address: 'b@x.test' }] }]);
  assert.deepEqual(
    shown.map(({ address }) => address),
    ['a@x.test', 'b@x.test'],
  );
});

test('a file has a name without path, controls and disguise', () => {
  const names: [string | null, string][] = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['a／..／b.txt', 'b.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['invoice.pdf                                  .exe', 'invoice.pdf.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'a Set-Cookie_ x=1.txt'],
    ['CON.txt', '_CON.txt'],
    ['.htaccess', 'htaccess'],
    ['evil.exe. . ', 'evil.exe'],
    ['a"b<c>.txt', 'a_b_c_.txt'],
    ['', 'attachment-3.pdf'],
    [null, 'attachment-3.pdf'],
    ['..', 'attachment-3.pdf'],
  ];
  for (const [raw, name] of names) assert.equal(safeName(raw, 2, 'pdf').name, name, String(raw));
  assert.match(safeName(`${'a'.repeat(3000)}.pdf.exe`).name, /^a{75}….exe$/);
});

test('what runs is told, and what pretends not to', () => {
  assert.deepEqual(safeName('invoice.pdf.exe'), {
    name: 'invoice.pdf.exe',
    extension: 'exe',
    runs: true,
    disguised: true,
  });
  assert.deepEqual(safeName('invoice.v2.pdf'), {
    name: 'invoice.v2.pdf',
    extension: 'pdf',
    runs: false,
    disguised: false,
  });
  assert.ok(safeName('page.html').runs && safeName('drawing.SVG').runs);
});

test('a document is sent as octets, and nothing but a picture is shown in place', () => {
  for (const type of [
    'text/html',
    'TEXT/HTML; charset=utf-7',
    'image/svg+xml',
    'text/xml',
    'application/xhtml+xml',
    'application/rss+xml',
    'text/javascript',
    'multipart/x-mixed-replace',
    'x/y',
    'nonsense',
    '',
  ])
    assert.equal(servedType(type), 'application/octet-stream', type);
  assert.equal(servedType('application/pdf'), 'application/pdf');
  const headers = downloadHeaders({ name: 'a.svg', type: 'image/svg+xml', size: 3, inline: true });
  assert.equal(headers['content-disposition'], 'attachment; filename="a.svg"');
  assert.match(headers['content-security-policy']!, /sandbox/);
  assert.match(
    downloadHeaders({ name: 'a.png', type: 'image/png', size: 3, inline: true })['content-disposition']!,
    /^inline/,
  );
});

test('a name stands in its field as RFC 6266 has it', () => {
  assert.equal(disposition('attachment', 'a.txt'), 'attachment; filename="a.txt"');
  assert.equal(
    disposition('attachment', 'ñ "x".txt'),
    `attachment; filename="_ _x_.txt"; filename*=UTF-8''%C3%B1%20%22x%22.txt`,
  );
  assert.match(
    disposition('attachment', 'a\r\nb\ud800'),
    /^attachment; filename="a__b_"; filename\*=UTF-8''a%0D%0Ab%EF%BF%BD$/,
  );
});

test('only what was shown is spoken of, in the session in which it was', () => {
  const links = signedLinks(Buffer.alloc(32, 1), '/link', 'alice');
  const query = Object.fromEntries(new URLSearchParams(links.to('https://a.test/x').split('?')[1]));
  assert.equal(links.check(query)?.href, 'https://a.test/x');
  assert.equal(links.check({ ...query, to: 'https://evil.test/' }), undefined);
  assert.equal(links.check({ to: 'https://evil.test/' }), undefined);
  assert.equal(signedLinks(Buffer.alloc(32, 1), '/link', 'bob').check(query), undefined);
});

test('of a link the host is shown, and what is odd about it', () => {
  assert.deepEqual(shownLink(new URL('http://bank.test@10.1.1.1:8080/x')), {
    href: 'http://bank.test@10.1.1.1:8080/x',
    host: '10.1.1.1:8080',
    warnings: ['number', 'name-in-front', 'not-encrypted', 'unusual-port'],
  });
  assert.deepEqual(shownLink(new URL('https://аррle.test/')).warnings, ['other-letters']);
  assert.deepEqual(shownLink(new URL('mailto:a@b.test')), {
    href: 'mailto:a@b.test',
    host: 'a@b.test',
    warnings: ['not-web'],
  });
});
