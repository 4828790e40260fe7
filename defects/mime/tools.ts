/** What several mistakes with messages are made with. Texts are octets as Latin-1, lines with CRLF. */

import { altered, type SmtpDefect } from '../smtp/tools';

export type MimeDefect = SmtpDefect;

/** `edit` gives what is stored instead of the content that came; trace fields are added to it. */
export const defect = (
  name: string,
  mistake: string,
  reference: string,
  edit: (content: string) => string,
): MimeDefect => ({ name: `mime-${name}`, mistake, reference, seams: altered(edit) });

/** Edits the header section, CRLF of its last field included. */
export function inHeader(edit: (header: string) => string): (content: string) => string {
  return (content) => {
    const [header, body] = split(content);
    return edit(header) + body;
  };
}

/** Edits the fields of the header, each with its folds and its CRLF. */
export function inFields(edit: (fields: string[]) => string[]): (content: string) => string {
  return inHeader((header) => edit(header.match(FIELDS) ?? []).join(''));
}

/** Edits each field of the header for itself. */
export const inField = (edit: (field: string) => string) => inFields((fields) => fields.map(edit));

/** Edits what stands behind the empty line that ends the header. */
export function inBody(edit: (body: string, header: string) => string): (content: string) => string {
  return (content) => {
    const [header, rest] = split(content);
    return rest.startsWith('\r\n') ? `${header}\r\n${edit(rest.slice(2), header)}` : content;
  };
}

/** Edits the header and the body of every entity that is no multipart, at any depth. */
export function inLeaves(edit: (content: string) => string): (content: string) => string {
  const visit = (content: string): string =>
    isMultipart(content)
      ? inMultipart((pieces) =>
          pieces.map((piece) => (piece.kind === 'part' ? { ...piece, text: visit(piece.text) } : piece)),
        )(content)
      : edit(content);
  return visit;
}

/** Edits the bodies whose Content-Type fits, at any depth of multiparts. */
export function inType(type: RegExp, edit: (body: string) => string): (content: string) => string {
  return inLeaves((content) => (has(content, 'Content-Type', type) ? inBody(edit)(content) : content));
}

/** What a multipart's body is made of; the texts joined are the body. */
export interface Piece {
  kind: 'preamble' | 'delimiter' | 'part' | 'end' | 'epilogue';
  text: string;
}

/** Edits the pieces of a multipart; leaves alone what is none. */
export function inMultipart(edit: (pieces: Piece[], header: string) => Piece[]): (content: string) => string {
  return inBody((body, header) => {
    const boundary = boundaryOf(header);
    if (boundary === undefined) return body;
    return edit(pieces(body, boundary), header)
      .map(({ text }) => text)
      .join('');
  });
}

/** The same for the multiparts within it too, the innermost first. */
export function inMultiparts(edit: (pieces: Piece[], header: string) => Piece[]): (content: string) => string {
  const visit = (content: string): string =>
    inMultipart((all, header) =>
      edit(
        all.map((piece) => (piece.kind === 'part' ? { ...piece, text: visit(piece.text) } : piece)),
        header,
      ),
    )(content);
  return visit;
}

/** The boundary of a multipart's header, if it has one. */
export function boundaryOf(header: string): string | undefined {
  const field = fieldOf(header, 'Content-Type');
  if (!/multipart\//i.test(field)) return undefined;
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(field) ?? [];
  return quoted ?? bare;
}

/** The first field of that name with its folds, '' without one. */
export function fieldOf(header: string, name: string): string {
  const wanted = `${name.toLowerCase()}:`;
  return (header.match(FIELDS) ?? []).find((field) => field.toLowerCase().startsWith(wanted)) ?? '';
}

/** Whether the entity's Content-Type, Content-Transfer-Encoding, … fits. */
export function has(content: string, name: string, value: RegExp): boolean {
  return value.test(fieldOf(split(content)[0], name));
}

const FIELDS = /[^\r\n].*\r\n(?:[ \t].*\r\n)*/g;

const isMultipart = (content: string) => boundaryOf(split(content)[0]) !== undefined;

/** At the first empty line, which the rest begins with. */
function split(content: string): [header: string, rest: string] {
  if (content.startsWith('\r\n')) return ['', content];
  const end = content.indexOf('\r\n\r\n');
  return end < 0 ? [content, ''] : [content.slice(0, end + 2), content.slice(end + 2)];
}

/** The CRLF before a delimiter belongs to it, and the one behind it (RFC 2046 §5.1.1). */
function pieces(body: string, boundary: string): Piece[] {
  const name = boundary.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const found: Piece[] = [];
  let at = 0;
  let next: Piece['kind'] = 'preamble';
  for (const match of body.matchAll(new RegExp(`(?:^|\\r\\n|(?<=\\r\\n))--${name}(--)?[ \\t]*(?:\\r\\n|$)`, 'g'))) {
    if (next === 'epilogue') break;
    if (match.index > at || next === 'part') found.push({ kind: next, text: body.slice(at, match.index) });
    found.push({ kind: match[1] ? 'end' : 'delimiter', text: match[0] });
    at = match.index + match[0].length;
    next = match[1] ? 'epilogue' : 'part';
  }
  if (at < body.length) found.push({ kind: next, text: body.slice(at) });
  return found;
}
