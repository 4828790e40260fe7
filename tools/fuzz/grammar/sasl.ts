/** Responses of a client, one a line: RFC 4616, 5802, 7628, 2195. */
import { letters, maybe, octet, one, seq, some, type Text } from './text';

const name = one(
  'bob',
  'alice',
  '',
  'bob=2C',
  'a=b',
  '\xc3\xa9',
  '\xc2\xaa',
  '\xe2\x80\x8b',
  letters('ab,=', 6),
  octet,
);
const nonce = one('abc', 'r', '', '=', ',', letters('abc=', 8));
const extension = some(one(',m=1', ',x=y', ',p=cA=='), 2);
const binding = one('n', 'y', 'p=tls-exporter', 'p=tls-unique', 'p=', 'x');
const first = seq(binding, ',', maybe(seq('a=', name)), ',n=', name, ',r=', nonce, extension);
const last = seq(
  'c=',
  one('biws', 'eSws', 'cD10bHMtZXhwb3J0ZXIsLA==', '!'),
  ',r=',
  nonce,
  extension,
  ',p=',
  one('AAAA', '', letters('AB=', 44)),
);
const bearer = seq(
  one(seq('n,a=', name, ','), seq('user=', name)),
  '\x01',
  maybe('host=a\x01'),
  'auth=',
  one('Bearer ', 'bearer  ', ''),
  one('wrong', 'a=', octet),
  '\x01',
  maybe('\x01'),
);
const plain = seq(maybe(name), '\0', name, '\0', one('wrong', '', name));
const cram = seq(name, ' ', letters('0123456789abcdef', 32));
export const exchange: Text = some(
  one(first, last, seq(first, '\n', last), bearer, plain, cram, name, '', '*', '\x01'),
  4,
  '\n',
);
export const WORDS = ['n,,n=bob,r=', 'c=biws,r=', ',p=', '\0bob\0', 'auth=Bearer ', '\x01\x01', '\n', '=2C', '=3D'];
