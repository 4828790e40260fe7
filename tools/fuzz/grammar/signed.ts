/** Messages with signatures, and the records that go with them: RFC 6376 §3.5, §3.6.1; RFC 7489 §6.4. */
import { CRLF, maybe, one, seq, some, type Text } from './text';

/** Between a key, what a domain asks for, and a message. */
export const BETWEEN = '\x01\x02\x03';

const name = one('a.test', 'b.a.test', 'a', '_x.a.test', 'x..test', 'xn--bcher-kva.test');
const tag = one(
  seq('d=', name),
  seq('i=@', name),
  seq('s=', one('s', 's.t', '')),
  one('a=rsa-sha256', 'a=rsa-sha1', 'a=x'),
  one('c=simple', 'c=relaxed/relaxed', 'c=simple/relaxed', 'c=/'),
  one('v=1', 'v=2', 'b=AAAA', 'bh=AAAA', 'bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='),
  seq('h=', one('from', 'from:subject:from', 'From : x', ':')),
  one('l=0', 'l=10', 'x=1', 't=1', 'q=dns/txt', 'z=From:b=40c|x', 'xb=1'),
);
const SIGNATURE = 'v=1; a=rsa-sha256; d=a.test; s=s; h=from; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA; ';
const signature = seq('DKIM-Signature: ', maybe(SIGNATURE), some(seq(tag, one(';', ';\r\n ', ' ; ')), 8), CRLF);
const author = one(
  'x@a.test',
  '"x@b.test" <x@a.test>',
  'Us: x@a.test;',
  '<@b.test:x@a.test>',
  'x@a.test, y@b.test',
  'x',
);
const field = one(signature, seq('From: ', author, CRLF), 'Subject: x\r\n', 'Subject:  x \r\n\ty \r\n', 'from : y\r\n');
const line = one('a  b\t\r\n', '\r\n', ' \r\n', '.\r\n', 'x');
const key = seq(
  one('v=DKIM1; ', 'k=rsa; ', 'h=sha1:sha256; ', 't=s:y; ', 's=*; ', ''),
  one('p=', 'p=AAAA', 'p=MIIB', 'n=x'),
);
const wish = seq(
  one('v=DMARC1; ', 'v = DMARC1;', 'v=DMARC1', ''),
  some(one('p=reject; ', 'p=x;', 'sp=none;', 'pct=0;', 'adkim=s;', 'rua=mailto:a@b.test;', ';'), 4),
);
export const signed: Text = seq(key, BETWEEN, wish, BETWEEN, some(field, 6), CRLF, some(line, 6));
export const WORDS = ['DKIM-Signature:', 'From:', '; ', 'b=', 'h=from', '@a.test', '\r\n ', 'p='];
