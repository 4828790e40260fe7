import { messageIn } from '../../mime/section';
import type { Message } from '../../store/types';
import type { Session } from '../session';
import type { Section } from '../syntax/section';
import { headerOf, selectFields } from './header-fields';
import type { Reading } from './reading';

/**
 * The octets of a section (RFC 9051 §6.4.5.1).
 *
 * @returns null where the message has no such section
 */
export function sectionOctets(session: Session, { blob }: Message, section: Section, messages: Reading): Buffer | null {
  if (section.part.length > 0) return partOctets(session, blob, section, messages);
  switch (section.text) {
    case undefined:
      return messages.content(blob);
    case 'TEXT':
      return messages.content(blob).subarray(headerOf(messages.content(blob)).length);
    case 'HEADER':
      return headerOf(messages.header(blob));
    default:
      return selectFields(messages.header(blob), section.fields!, section.text === 'HEADER.FIELDS.NOT');
  }
}

function partOctets(
  session: Session,
  blob: number,
  { part: numbers, text, fields }: Section,
  messages: Reading,
): Buffer | null {
  const structure = messages.structure(blob);
  const part = session.service.parser.part(structure, numbers);
  if (!part) return null;
  const content = messages.content(blob);
  if (text === undefined) return content.subarray(...part.body);
  if (text === 'MIME') return content.subarray(...part.header);
  // The others are of a message: only an encapsulated one has them.
  const message = messageIn(structure, part);
  if (!message) return null;
  if (text === 'TEXT') return content.subarray(...message.body);
  const header = content.subarray(...message.header);
  return text === 'HEADER' ? header : selectFields(header, fields!, text === 'HEADER.FIELDS.NOT');
}
