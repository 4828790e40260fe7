import { fieldNamed, type Header, sameName } from './header';
import type { Budget } from './lexer';
import { parseParameterized } from './parameters';
import type { Part } from './structure';

/** What the MIME fields of a part's header say (RFC 2045, 2183, 3282, 2557). */
export type Content = Omit<Part, 'parent' | 'header' | 'body' | 'octets' | 'lines' | 'children' | 'envelope'>;

/**
 * Reads them, with the defaults of RFC 2045 §5.2 and §6.1. A Content-Type that cannot be read is as good as none.
 *
 * @param inDigest the part stands directly in a multipart/digest, whose parts are messages by default (RFC 2046 §5.1.5)
 */
export function readContent(header: Header, inDigest: boolean, budget: Budget): Content {
  const mime = header.fields.filter((field) => /^content-/i.test(field.name));
  const first = (name: string) => mime.find((field) => sameName(field.name, name));
  const content: Content = { ...readType(header, inDigest, budget), encoding: '7bit' };

  const encoding = first('content-transfer-encoding');
  if (encoding) {
    content.encoding = firstWord(parseParameterized(encoding.value, budget).value).toLowerCase() || '7bit';
  }
  const disposition = first('content-disposition');
  if (disposition) {
    const { value, parameters } = parseParameterized(disposition.value, budget);
    if (value) content.disposition = { type: firstWord(value).toLowerCase(), parameters };
  }
  const id = first('content-id')?.value;
  if (id) content.id = id;
  const description = first('content-description')?.value;
  if (description !== undefined) content.description = description;
  const md5 = first('content-md5')?.value;
  if (md5) content.md5 = md5;
  const language = first('content-language')?.value;
  const tags = language?.replace(/\([^()]*\)/g, '').match(/[A-Za-z0-9-]+/g);
  if (tags) content.language = [...tags];
  // RFC 2557 §4.4: white space that folding put into a URI is no part of it.
  const location = first('content-location')?.value.replace(/\s+/g, '');
  if (location) content.location = location;
  return content;
}

/** A semicolon that is missing is no reason to misread what stands before it. */
function firstWord(value: string): string {
  return value.split(' ', 1)[0]!;
}

type MediaType = Pick<Content, 'type' | 'subtype' | 'parameters'>;

function readType(header: Header, inDigest: boolean, budget: Budget): MediaType {
  const field = fieldNamed(header, 'content-type');
  if (field) {
    const { value, parameters } = parseParameterized(field.value, budget);
    // RFC 2045 §5.2: a field whose syntax is wrong, such as one without its semicolon, is as good as none.
    const [, type, subtype] = /^([^/ ]+)\/([^/ ]+)$/.exec(value.toLowerCase()) ?? [];
    if (type && subtype) return { type, subtype, parameters };
  }
  if (!field && inDigest) return { type: 'message', subtype: 'rfc822', parameters: [] };
  return { type: 'text', subtype: 'plain', parameters: [['charset', 'us-ascii']] };
}
