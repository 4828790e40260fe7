import { decodedParameters } from '../../mime/parameters';
import { isMessage } from '../../mime/parse';
import type { MessageStructure, Parameters, Part } from '../../mime/structure';
import { formatEnvelope } from './envelope';
import { nstring, type StringStyle, string } from './strings';

export interface BodyStyle {
  style: StringStyle;
  /** With the extension data, which only BODYSTRUCTURE has. */
  extended: boolean;
}

/** The BODY or BODYSTRUCTURE data item of a message (RFC 9051 §7.5.2). */
export function formatBody(structure: MessageStructure, how: BodyStyle): string {
  // Parts come after what they are in, so from the last to the first every child is there when its parent needs it.
  const written: string[] = [];
  for (let place = structure.parts.length - 1; place >= 0; place--) {
    const part = structure.parts[place]!;
    const children = part.children.map((child) => written[child]!);
    written[place] =
      part.type === 'multipart' ? multipart(part, children, how) : single(structure, part, children, how);
    // What stands in its parent is not needed again: nested structures would be held once for each level.
    for (const child of part.children) written[child] = '';
  }
  return written[0]!;
}

function multipart(part: Part, children: string[], { style, extended }: BodyStyle): string {
  const subtype = string(part.subtype, style);
  // Appended and never joined: what is deep inside would be copied once for each level.
  let inside = '';
  for (const child of children) inside += child;
  if (!extended) return `(${inside} ${subtype})`;
  return `(${inside} ${subtype} ${parameters(part.parameters, style)} ${tail(part, style)})`;
}

function single(structure: MessageStructure, part: Part, children: string[], { style, extended }: BodyStyle): string {
  const fields = [
    string(part.type, style),
    string(part.subtype, style),
    parameters(part.parameters, style),
    nstring(part.id, style),
    nstring(part.description, style),
    string(part.encoding, style),
    part.octets,
  ];
  let text = `(${fields.join(' ')}`;
  if (isMessage(part)) {
    const message = structure.parts[part.children[0]!]!;
    text += ` ${formatEnvelope(message.envelope!, style)} ${children[0]!} ${part.lines}`;
  } else if (part.type === 'text') {
    text += ` ${part.lines}`;
  }
  return extended ? `${text} ${nstring(part.md5, style)} ${tail(part, style)})` : `${text})`;
}

/** Disposition, language and location, which end both forms. */
function tail(part: Part, style: StringStyle): string {
  const disposition = part.disposition
    ? `(${string(part.disposition.type, style)} ${parameters(part.disposition.parameters, style)})`
    : 'NIL';
  const languages = part.language?.map((tag) => string(tag, style));
  const language = languages ? (languages.length === 1 ? languages[0]! : `(${languages.join(' ')})`) : 'NIL';
  return `${disposition} ${language} ${nstring(part.location, style)}`;
}

function parameters(all: Parameters, style: StringStyle): string {
  if (all.length === 0) return 'NIL';
  const shown = style.decodes ? decodedParameters(all) : all;
  return `(${shown.map(([name, value]) => `${string(name, style)} ${string(value, style)}`).join(' ')})`;
}
