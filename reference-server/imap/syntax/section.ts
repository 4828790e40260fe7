import type { Arguments } from './arguments';

/** What of a message is asked for (RFC 9051 §6.4.5.1). */
export interface Section {
  /** `[4, 2]` for 4.2; empty for the message itself. */
  part: number[];
  /** What of the part; undefined for its content. */
  text?: 'HEADER' | 'TEXT' | 'MIME' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT';
  /** Of HEADER.FIELDS and HEADER.FIELDS.NOT, as the client wrote them. */
  fields?: string[];
}

/** `<first.count>`, in octets. */
export interface Partial {
  first: number;
  count: number;
}

/** Reads `[…]`, the bracket included. `binary`: only part numbers may stand in it. */
export function readSection(args: Arguments, binary = false): Section {
  args.expect('[');
  const section: Section = { part: [] };
  while (args.match(/(?=[1-9])/y) !== undefined) {
    section.part.push(args.number(1));
    if (!args.accept('.')) return closed(args, section);
  }
  if (section.part.length === 0 && args.sees(']')) return closed(args, section);
  if (binary) return args.fail('a part number is missing');
  section.text = readText(args, section.part.length > 0);
  if (section.text === 'HEADER.FIELDS' || section.text === 'HEADER.FIELDS.NOT') {
    args.space();
    section.fields = args.list(() => args.astring());
  }
  return closed(args, section);
}

function readText(args: Arguments, inPart: boolean): NonNullable<Section['text']> {
  for (const word of ['HEADER.FIELDS.NOT', 'HEADER.FIELDS', 'HEADER', 'TEXT'] as const) {
    if (args.accept(word)) return word;
  }
  return inPart && args.accept('MIME') ? 'MIME' : args.fail('a section is missing');
}

function closed(args: Arguments, section: Section): Section {
  args.expect(']');
  return section;
}

/** `<0.2048>`, where one stands. */
export function readPartial(args: Arguments): Partial | undefined {
  if (!args.accept('<')) return undefined;
  const first = args.number64();
  args.expect('.');
  const count = args.number(1, Number.MAX_SAFE_INTEGER);
  args.expect('>');
  return { first, count };
}
