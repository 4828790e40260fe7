/** Messages of the DNS: RFC 1035 §4.1, RFC 6891 §6.1. */
import { letters, maybe, octet, one, seq, some, type Text } from './text';

const two = one('\0\0', '\0\x01', '\xff\xff', seq(octet, octet));
const label: Text = letters('ab.-\\\0\xff', 63, 1).map((text) => String.fromCharCode(text.length) + text);
const known = one(
  '\x07example\x04test\0',
  '\x05alias\x04test\0',
  '\x06circle\x04test\0',
  '\x02f0\x04test\0',
  '\x02f3\x04test\0',
  '\x02f7\x04test\0',
  '\0',
);
const name = one(known, known, seq(some(label, 5), one('\0', '\xc0\x0c', '')), '\xc0\x0c', '\xc0\xff');
const type = one('\0\x01', '\0\x0f', '\0\x1c', '\0\x10', '\0\xff', '\0\x05', '\0\xfc', two);
const question = seq(name, type, one('\0\x01', '\0\xff', two));
const opt = seq(
  '\0\0\x29',
  one('\x04\xd0', two),
  one('\0\0\0\0', '\0\x01\0\0', '\0\0\x80\0'),
  one('\0\0', '\0\x04\0\x0a\0\0', '\0\xff'),
);
export const query: Text = seq(
  two,
  one('\x01\0', '\0\0', two),
  one('\0\x01', '\0\x02', two),
  '\0\0\0\0',
  one('\0\0', '\0\x01', two),
  question,
  maybe(opt),
  maybe(opt),
);

const data = one(
  '\xc0\x00\x02\x01',
  '\0\x0a\x02mx\xc0\x0c',
  '\0\0\0',
  seq('\0\x01', name),
  name,
  letters('ab\0\xff', 20),
);
/** Data with its length before it. */
const sized: Text = data.map((octets) => String.fromCharCode(octets.length >> 8, octets.length & 0xff) + octets);
const exchanger: Text = seq('\0\x0a', one('\x02mx\xc0\x0c', '\0', name, seq(label, '\xc0\x0c'))).map(
  (octets) => String.fromCharCode(octets.length >> 8, octets.length & 0xff) + octets,
);
const record = one(
  seq('\xc0\x0c\0\x0f\0\x01\0\0\0\0', exchanger),
  seq('\xc0\x0c\0\x05\0\x01\0\0\0\0', sized),
  seq(name, type, '\0\x01\0\0\0\0', sized),
);
/** What stands in an answer behind the question: how many answers it claims, then the records, each with its length as it is or not. */
export const answer: Text = seq(one('\0\0', '\0\x01', '\0\x01', '\0\x02', two), some(record, 3));
