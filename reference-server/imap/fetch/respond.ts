import type { Part } from '../../mime/structure';
import type { Message } from '../../store/types';
import { decodedSection, decodedSize, literal8 } from '../extensions/binary';
import { formatBody } from '../response/body-structure';
import { formatEnvelope } from '../response/envelope';
import { astring } from '../response/strings';
import type { Session } from '../session';
import { formatDateTime } from '../syntax/dates';
import type { Section } from '../syntax/section';
import { flagsOf } from '../view/announce';
import type { Item, OctetsItem } from './items';
import { sectionOctets } from './sections';

type Pieces = Array<string | Buffer>;

/** One FETCH response with these items, in this order. Throws a Refusal where an item cannot be given; nothing is sent then. */
export function respond(session: Session, message: Message, items: readonly Item[]): void {
  const pieces: Pieces = [`* ${session.view!.sequenceNumber(message.uid)} FETCH (`];
  items.forEach((item, i) => {
    if (i > 0) pieces.push(' ');
    add(session, message, item, pieces);
  });
  pieces.push(')\r\n');
  session.sendPieces(pieces);
}

function add(session: Session, message: Message, item: Item, pieces: Pieces): void {
  const { style, service, choices } = session;
  const { blob } = message;
  const formatted = (kind: string, make: () => string) => {
    pieces.push(`${kind} ${service.structures.formatted(blob, style.utf8 ? `${kind} utf8` : kind, make)}`);
  };
  const size = (part: Part) => choices.bodySize(part, () => session.store.messages.content(blob));
  switch (item.kind) {
    case 'UID':
      pieces.push(`UID ${message.uid}`);
      return;
    case 'FLAGS':
      session.view!.told(message.uid);
      pieces.push(`FLAGS ${flagsOf(session, message.uid)}`);
      return;
    case 'INTERNALDATE':
      pieces.push(`INTERNALDATE ${formatDateTime(message.internalDate, message.internalZone)}`);
      return;
    case 'RFC822.SIZE':
      pieces.push(`RFC822.SIZE ${choices.size(session, message)}`);
      return;
    case 'ENVELOPE':
      formatted('ENVELOPE', () => formatEnvelope(choices.envelope(service.structures.envelope(blob)), style));
      return;
    case 'BODY':
      formatted('BODY', () =>
        formatBody(service.structures.structure(blob), { style, size, extended: choices.bodyExtended }),
      );
      return;
    case 'BODYSTRUCTURE':
      formatted('BODYSTRUCTURE', () => formatBody(service.structures.structure(blob), { style, size, extended: true }));
      return;
    case 'binary-size':
      pieces.push(`BINARY.SIZE${sectionName(session, item.section)} ${decodedSize(session, message, item.section)}`);
      return;
    default:
      addOctets(session, message, item, pieces);
  }
}

function addOctets(session: Session, message: Message, item: OctetsItem, pieces: Pieces): void {
  const { kind, name, section, partial } = item;
  const origin = partial ? `<${partial.first}>` : '';
  pieces.push(`${name || (kind === 'binary' ? 'BINARY' : 'BODY') + sectionName(session, section) + origin} `);
  const whole =
    kind === 'binary' ? decodedSection(session, message, section) : sectionOctets(session, message, section);
  if (whole === null) {
    pieces.push('NIL');
    return;
  }
  const content = () => session.store.messages.content(message.blob);
  const octets = partial ? session.choices.slice(whole, partial.first, partial.count, item, content) : whole;
  if (kind === 'binary') pieces.push(...literal8(octets));
  else pieces.push(`{${octets.length}}\r\n`, withoutNul(octets));
}

/** A literal cannot hold NUL (RFC 9051 §9, CHAR8); a message that came by SMTP may. 0x80 stands for it, as in Dovecot. */
function withoutNul(octets: Buffer): Buffer {
  if (!octets.includes(0)) return octets;
  return Buffer.from(octets.map((octet) => (octet === 0 ? 0x80 : octet)));
}

function sectionName(session: Session, { part, text, fields }: Section): string {
  const names = text === undefined ? part : [...part, text];
  const list = fields ? ` (${fields.map((field) => astring(field, session.style)).join(' ')})` : '';
  return `[${names.join('.')}${list}]`;
}
