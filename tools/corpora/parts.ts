/** The parts of a message as its BODYSTRUCTURE shows them (RFC 3501 §7.4.2, §6.4.5). */
import { type ImapData, type ImapValue, keyword } from '../../support/wire/framing/imap-value';

export interface ShownPart {
  /** `1.2` */
  number: string;
  isMessage: boolean;
  octets: number;
}

/** The value of an item in the FETCH responses of what came. */
export function itemOf(data: readonly ImapData[], name: string): ImapValue | undefined {
  for (const { values } of data) {
    const items = values[2]?.kind === 'list' ? values[2].items : [];
    for (let n = 0; n + 1 < items.length; n += 2) if (nameOf(items[n]!) === name) return items[n + 1];
  }
  return undefined;
}

/** `BODY[1.MIME]`, of a section without names of fields. */
function nameOf(value: ImapValue): string {
  if (value.kind === 'list') return '';
  const section = value.section?.map((one) => (one.kind === 'list' ? '()' : one.bytes.toString('latin1')));
  const origin = value.origin === undefined ? '' : `<${value.origin}>`;
  const name = value.bytes.toString('latin1').toUpperCase();
  return section === undefined ? name : `${name}[${section.join(' ')}]${origin}`;
}

/** @param number of the part that the structure is of; nothing for the message itself */
export function partsOf(structure: ImapValue | undefined, number = ''): ShownPart[] {
  if (structure?.kind !== 'list') return [];
  const { items } = structure;
  const inside = items.findIndex((item) => item.kind !== 'list');
  const below = number === '' ? '' : `${number}.`;
  // A multipart begins with its parts.
  if (inside > 0) return items.slice(0, inside).flatMap((item, n) => partsOf(item, `${below}${n + 1}`));
  const own = number === '' ? '1' : number;
  const isMessage = keyword(items[0]) === 'MESSAGE' && items[8]?.kind === 'list';
  const octets = items[6]?.kind === 'list' ? Number.NaN : Number(items[6]?.bytes.toString('latin1'));
  const part = { number: own, isMessage, octets };
  return isMessage ? [part, ...within(items[8], own)] : [part];
}

/** The parts of an enclosed message: of one part, it is `1` there. */
function within(structure: ImapValue | undefined, number: string): ShownPart[] {
  const multipart = structure?.kind === 'list' && structure.items[0]?.kind === 'list';
  return partsOf(structure, multipart ? number : `${number}.1`);
}
