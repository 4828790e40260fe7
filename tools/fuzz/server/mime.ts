import assert from 'node:assert/strict';
import { formatBody } from '../../../reference-server/imap/response/body-structure';
import { formatEnvelope } from '../../../reference-server/imap/response/envelope';
import type { StringStyle } from '../../../reference-server/imap/response/strings';
import { PARSE_LIMITS, parseMessage } from '../../../reference-server/mime/parse';
import { PARSER } from '../../../reference-server/mime/parser';
import type { MessageStructure, Part } from '../../../reference-server/mime/structure';
import { bodyTexts, headerTexts } from '../../../reference-server/mime/text';
import { witnessed } from '../../../support/testing/witnessed';
import { parseResponse } from '../../../support/wire/framing/imap';
import { message, WORDS } from '../grammar/mail';
import { mutated } from '../grammar/mutate';
import { stateless } from '../subject';

export const mime = stateless(
  'mime',
  'messages: every part lies in the one that holds it, and what FETCH tells of them has the form of IMAP',
  mutated(message, WORDS),
  (octets) => {
    const structure = parseMessage(octets);
    const { parts } = structure;
    assert.ok(parts.length > 0 && parts.length <= PARSE_LIMITS.parts + PARSE_LIMITS.depth);
    for (const [place, part] of parts.entries()) checkPart(structure, part, place, octets.length);
    // Reading the header alone gives the same envelope.
    assert.deepEqual(PARSER.envelope(octets.subarray(...parts[0]!.header)), parts[0]!.envelope);
    for (const texts of [headerTexts, bodyTexts]) for (const text of texts(octets, structure)) PARSER.fold(text);
    for (const numbers of [[1], [2, 1], [1, 1, 1]]) PARSER.part(structure, numbers);
    PARSER.sentDay(parts[0]!.envelope!.date ?? '');
    // Seven octets of input may be a part, of which more than ten times as many tell.
    return asked(structure, { utf8: false }) + asked(structure, { utf8: true, decodes: true });
  },
);

function checkPart({ parts }: MessageStructure, part: Part, place: number, length: number): void {
  const [start, headerEnd] = part.header;
  const [bodyStart, end] = part.body;
  assert.ok(
    0 <= start && start <= headerEnd && headerEnd <= bodyStart && bodyStart <= end && end <= length,
    'octets in order',
  );
  assert.equal(part.octets, end - bodyStart);
  for (const child of part.children) assert.equal(parts[child]!.parent, place);
  const outer = parts[part.parent];
  if (place > 0) assert.ok(outer && start >= outer.body[0] && end <= outer.body[1], 'a part inside of another');
}

/** What FETCH tells of it is what the suite's readers ask for: the one of dialogues, and the strict one. Gives the octets that they read. */
function asked(structure: MessageStructure, style: StringStyle): number {
  const told = [
    `BODYSTRUCTURE ${formatBody(structure, { style, extended: true })}`,
    `BODY ${formatBody(structure, { style, extended: false })}`,
    `ENVELOPE ${formatEnvelope(structure.parts[0]!.envelope!, style)}`,
  ];
  for (const items of told) {
    const line = `* 1 FETCH (${items})`;
    const response = parseResponse(Buffer.from(`${line}\r\n`, 'latin1'));
    assert.ok(response.kind === 'data' && response.values.length === 3);
    const { broken, details } = witnessed('imap', ...(style.utf8 ? REV2 : REV1), `S: ${line}`);
    assert.deepEqual(broken, [], details);
  }
  return 2 * told.join('').length;
}

const REV1 = ['S: * OK hi'];
const REV2 = ['S: * OK [CAPABILITY IMAP4rev2] hi'];
