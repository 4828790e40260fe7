import assert from 'node:assert/strict';
import { offered } from '../../../reference-server/imap/extensions';
import { Refusal } from '../../../reference-server/imap/refusal';
import { KeyReader } from '../../../reference-server/imap/search/keys';
import { Arguments } from '../../../reference-server/imap/syntax/arguments';
import { readDate, readDateTime } from '../../../reference-server/imap/syntax/dates';
import { readFlags } from '../../../reference-server/imap/syntax/flags';
import { matchesPattern } from '../../../reference-server/imap/syntax/list-pattern';
import { decodeUtf7, encodeUtf7 } from '../../../reference-server/imap/syntax/modified-utf7';
import { markerOf, type RawCommand } from '../../../reference-server/imap/syntax/raw-command';
import { readSection } from '../../../reference-server/imap/syntax/section';
import { readSequenceSet } from '../../../reference-server/imap/syntax/sequence-set';
import { tablesOf } from '../../../reference-server/imap/tables';
import { argument, WORDS } from '../grammar/imap';
import { mutated } from '../grammar/mutate';
import { stateless, taken } from '../subject';

const TABLES = tablesOf(offered(new Set()));

/** Each reads what it knows of the arguments' beginning. */
const READERS: ReadonlyArray<(args: Arguments) => unknown> = [
  (args) => readSection(args),
  (args) => readSection(args, true),
  (args) => readSequenceSet(args, TABLES.sets),
  (args) => readFlags(args, true),
  readDate,
  readDateTime,
  (args) => new KeyReader(TABLES, args, (binary) => binary).all(),
  (args) => args.listOrEmpty(() => args.nstring()),
  (args) => [args.astring(), args.space(), args.listMailbox()],
  (args) => args.number64(),
];

export const imapArguments = stateless(
  'imap-argument',
  'arguments of IMAP commands, literals among them: a Refusal or a value; a name in modified UTF-7 is written back as it came',
  mutated(argument, WORDS),
  (octets) => {
    const raw = rawOf(octets.toString('latin1'));
    for (const read of READERS) taken([Refusal], () => read(new Arguments(raw)));
    const [first = ''] = raw.segments;
    const name = decodeUtf7(first);
    if (name !== undefined) assert.equal(encodeUtf7(name), first);
    matchesPattern('a/b/aaaaaaaaaaaaaaaaaaaaaaaaaaaa/c', first, '/');
  },
);

/** The octets as a session reads them: lines, and literals where lines announce them. */
function rawOf(text: string): RawCommand {
  const raw: RawCommand = { segments: [], literals: [] };
  let at = 0;
  for (;;) {
    const end = text.indexOf('\r\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    raw.segments.push(line);
    const marker = end < 0 ? undefined : markerOf(line);
    if (!marker || end + 2 + marker.size > text.length) return raw;
    raw.literals.push({
      octets: Buffer.from(text.slice(end + 2, end + 2 + marker.size), 'latin1'),
      binary: marker.binary,
    });
    at = end + 2 + marker.size;
  }
}
