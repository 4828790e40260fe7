import type { Message } from '../../store/types';
import { formatEnvelope } from '../response/envelope';
import { flagsOf } from '../response/flags';
import { astring, type StringStyle } from '../response/strings';
import type { Session } from '../session';
import { formatDateTime } from '../syntax/dates';
import type { Section } from '../syntax/section';
import type { Item, OctetsItem } from './items';

export type Piece = string | Buffer;

/** Writes one data item of a message: name, space and value. Throws a Refusal where that cannot be given. */
export type Writer = (message: Message) => string | Piece[];

/** Header fields up to this size are remembered: clients ask for the same ones again and again. */
const REMEMBERED = 4096;

/** What writes an item: everything that is the same for all messages is done here once. */
export function writer(session: Session, item: Item): Writer {
  const { style, reading } = session;
  const { structures } = session.service;
  const selected = session.selected!;
  const formatted = (kind: string, make: (message: Message) => string): Writer => {
    const key = `${kind} ${spelling(style)}`;
    return (message) => `${kind} ${structures.formatted(message, key, make)}`;
  };
  switch (item.kind) {
    case 'UID':
      return ({ uid }) => `UID ${uid}`;
    case 'FLAGS':
      return (message) => {
        selected.told(message.uid);
        return `FLAGS ${flagsOf(session, message)}`;
      };
    case 'INTERNALDATE':
      return ({ internalDate, internalZone }) => `INTERNALDATE ${formatDateTime(internalDate, internalZone)}`;
    case 'RFC822.SIZE':
      return ({ size }) => `RFC822.SIZE ${size}`;
    case 'ENVELOPE':
      return formatted('ENVELOPE', ({ blob }) => formatEnvelope(reading.envelope(blob), style));
    case 'BODY':
    case 'BODYSTRUCTURE': {
      const { kind } = item;
      return formatted(kind, (message) => selected.body(message, kind));
    }
    case 'other':
      return item.writer(session);
    default:
      return octetsWriter(session, item);
  }
}

/** Tells apart what was written for clients that read different things. */
function spelling({ utf8, decodes }: StringStyle): string {
  return `${utf8 ? 'utf8' : ''} ${decodes ? 'decoded' : ''}`;
}

function octetsWriter(session: Session, item: OctetsItem): Writer {
  const selected = session.selected!;
  const { source, section, partial } = item;
  const origin = partial ? `<${partial.first}>` : '';
  const name = item.name || source.word + sectionName(session, section) + origin;
  const write: Writer = (message) => {
    const octets = selected.octets(message, item);
    return octets === null ? `${name} NIL` : source.written(name, octets);
  };
  return section.fields && section.part.length === 0 && !partial ? remembering(session, name, write) : write;
}

/** Writes short answers from memory. */
function remembering({ service, style }: Session, name: string, write: Writer): Writer {
  const key = `${name} ${spelling(style)}`;
  return (message) => {
    const known = service.structures.known(message.blob, key);
    if (known !== undefined) return known;
    const written = write(message);
    const octets = written[1];
    if (typeof written === 'string' || octets === undefined || octets.length > REMEMBERED) return written;
    return service.structures.formatted(message, key, () => `${written[0]}${octets.toString('latin1')}`);
  };
}

function sectionName(session: Session, { part, text, fields }: Section): string {
  const names = text === undefined ? part : [...part, text];
  const list = fields ? ` (${fields.map((field) => astring(field, session.style)).join(' ')})` : '';
  return `[${names.join('.')}${list}]`;
}
