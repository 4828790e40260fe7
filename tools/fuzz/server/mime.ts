import assert from 'node:assert/strict';
import { formatBody } from '../../../reference-server/imap/response/body-structure';
import { PARSE_LIMITS, parseMessage } from '../../../reference-server/mime/parse';
import { PARSER } from '../../../reference-server/mime/parser';
import type { MessageStructure, Part } from '../../../reference-server/mime/structure';
import { allTexts } from '../../../reference-server/mime/text';
import { parseResponse } from '../../../support/wire/framing/imap';
import { message, WORDS } from '../grammar/mail';
import { mutated } from '../grammar/mutate';
import { stateless } from '../subject';

export const mime = stateless(
  'mime',
  'messages: every part lies in the one that holds it, and BODYSTRUCTURE is what a client can read',
  mutated(message, WORDS),
  (octets) => {
    const structure = parseMessage(octets);
    const { parts } = structure;
    assert.ok(parts.length > 0 && parts.length <= PARSE_LIMITS.parts + PARSE_LIMITS.depth);
    for (const [place, part] of parts.entries()) checkPart(structure, part, place, octets.length);
    // Reading the header alone gives the same envelope.
    assert.deepEqual(PARSER.envelope(octets.subarray(...parts[0]!.header)), parts[0]!.envelope);
    for (const text of allTexts(octets, structure)) PARSER.fold(text);
    for (const numbers of [[1], [2, 1], [1, 1, 1]]) PARSER.part(structure, numbers);
    PARSER.sentDay(parts[0]!.envelope!.date ?? '');
    for (const utf8 of [false, true]) readable(formatBody(structure, { style: { utf8 }, extended: true }));
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

/** The suite's own reader finds one list in it. */
function readable(body: string): void {
  const response = parseResponse(Buffer.from(`* 1 FETCH (BODYSTRUCTURE ${body})\r\n`, 'latin1'));
  assert.ok(response.kind === 'data' && response.values.length === 3);
}
