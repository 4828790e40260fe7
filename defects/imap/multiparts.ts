/** Mistakes with the lines between the parts of a multipart (RFC 2046 §5.1). */

import { Boundaries, type Delimiter } from '../../reference-server/mime/boundaries';
import { PARSE_LIMITS, parseMessage } from '../../reference-server/mime/parse';
import type { MessageStructure, Part } from '../../reference-server/mime/structure';
import { COMMON, defect, type ImapDefect, parsing } from './tools';

/** Takes other lines for boundaries. */
const bounded = (boundaries: () => Boundaries) =>
  parsing(() => ({ structure: (octets) => parseMessage(octets, PARSE_LIMITS, boundaries()) }));

/** Looks for the boundary of the innermost multipart alone. */
class Innermost extends Boundaries {
  private readonly opened: number[] = [];

  override open(boundary: string, owner: number): void {
    this.opened.push(owner);
    super.open(boundary, owner);
  }

  override close(boundary: string): void {
    this.opened.pop();
    super.close(boundary);
  }

  override match(octets: Buffer, start: number, end: number): Delimiter | undefined {
    const found = super.match(octets, start, end);
    return found?.owner === this.opened.at(-1) ? found : undefined;
  }
}

/** A line with white space behind the boundary is none. */
class Unpadded extends Boundaries {
  override match(octets: Buffer, start: number, end: number): Delimiter | undefined {
    return /[ \t]\r?\n?$/.test(octets.toString('latin1', start, end)) ? undefined : super.match(octets, start, end);
  }
}

/** A boundary ends at its first space, as if it could not stand in quotes. */
class Cut extends Boundaries {
  override open(boundary: string, owner: number): void {
    super.open(boundary.split(' ')[0]!, owner);
  }

  override close(boundary: string): void {
    super.close(boundary.split(' ')[0]!);
  }
}

/** Puts what stands before the first boundary of the outermost multipart before its parts, as a text of its own. */
function withPreamble(octets: Buffer, structure: MessageStructure): MessageStructure {
  const [whole] = structure.parts;
  const first = structure.parts[whole?.children[0] ?? -1];
  if (whole?.type !== 'multipart' || !first) return structure;
  const body: Part['body'] = [whole.body[0], octets.lastIndexOf('\n--', first.header[0], 'latin1')];
  if (body[1] <= body[0]) return structure;
  whole.children.unshift(structure.parts.length);
  structure.parts.push({ ...TEXT, parent: 0, header: [body[0], body[0]], body, octets: body[1] - body[0], lines: 1 });
  return structure;
}

const TEXT = {
  type: 'text',
  subtype: 'plain',
  parameters: [['charset', 'us-ascii'] as [string, string]],
  encoding: '7bit',
  children: [],
};

const KNOWN_MULTIPARTS = /^(?:mixed|alternative|digest|parallel|related|report|signed|encrypted|form-data)$/;

export const multiparts: readonly ImapDefect[] = [
  defect(
    'outer-boundary-missed',
    'Inside an inner multipart only its own boundary is looked for.',
    'https://github.com/IndySockets/Indy/issues/59',
    bounded(() => new Innermost()),
  ),
  defect(
    'boundary-padding-counted',
    'A boundary with white space behind it is taken for text.',
    'https://github.com/kisli/vmime/issues/38',
    bounded(() => new Unpadded()),
  ),
  defect(
    'boundary-cut-at-space',
    'A boundary in quotes is cut at its first space.',
    COMMON,
    bounded(() => new Cut()),
  ),
  defect(
    'preamble-as-part',
    'What stands before the first boundary is taken for a part.',
    COMMON,
    parsing((right) => ({ structure: (octets) => withPreamble(octets, right.structure(octets)) })),
  ),
  defect(
    'unknown-multipart-opaque',
    'A multipart of an unknown subtype is octets.',
    'https://github.com/jhillyerd/go.enmime/pull/20',
    parsing((right) => ({
      structure: (octets) => {
        const structure = right.structure(octets);
        for (const part of structure.parts) {
          if (part.type !== 'multipart' || KNOWN_MULTIPARTS.test(part.subtype)) continue;
          Object.assign(part, { type: 'application', subtype: 'octet-stream', parameters: [], children: [] });
        }
        return structure;
      },
    })),
  ),
];
