import assert from 'node:assert/strict';
import { parseAddresses } from '../../../reference-server/mime/address';
import { decodeBase64 } from '../../../reference-server/mime/base64';
import { parseDate } from '../../../reference-server/mime/date';
import { decodeWords } from '../../../reference-server/mime/encoded-words';
import { decodedParameters, decodeExtended, parseParameterized } from '../../../reference-server/mime/parameters';
import { decodeQuotedPrintable } from '../../../reference-server/mime/quoted-printable';
import { fieldValue, WORDS } from '../grammar/mail';
import { mutated } from '../grammar/mutate';
import { stateless } from '../subject';

export const header = stateless(
  'header',
  'values of header fields: addresses, parameters, dates, encoded words; groups begin and end, no parameter comes twice',
  mutated(fieldValue, WORDS),
  (octets) => {
    const value = octets.toString('latin1');
    const open = parseAddresses(value, { tokens: 1000 }).reduce(
      (depth, { mailbox, host }) => depth + (host !== null ? 0 : mailbox === null ? -1 : 1),
      0,
    );
    assert.equal(open, 0, 'groups begin and end');
    const { parameters } = parseParameterized(value, { tokens: 1000 });
    assert.equal(new Set(parameters.map(([name]) => name)).size, parameters.length);
    decodedParameters(parameters);
    decodeExtended(value);
    decodeWords(value);
    const date = parseDate(value);
    if (date) assert.ok(Number.isFinite(date.time) && Number.isInteger(date.day) && Number.isFinite(date.zone));
    assert.ok(decodeBase64(octets).length <= octets.length);
    assert.ok(decodeQuotedPrintable(octets).length <= octets.length);
  },
);
