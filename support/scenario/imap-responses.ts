/** Qualities of IMAP's untagged responses that no pattern can say: they look at all of a list, or at all responses together. */

import { Mismatch } from '../outcome';
import { escapeBytes } from '../wire/escape';
import {
  type ImapData,
  type ImapResponse,
  type ImapText,
  type ImapValue,
  responseName,
} from '../wire/framing/imap-value';

/** The responses that do not have it. */
type Offenders = (responses: readonly ImapData[]) => ImapData[];

const QUALITIES = {
  // RFC 2971 §3.3, all four.
  'ID fields with names of at most 30 octets': ids((fields) => fields.every(([name]) => octets(name) <= 30)),
  'ID fields with values of at most 1024 octets': ids((fields) => fields.every(([, value]) => octets(value) <= 1024)),
  'at most 30 ID fields': ids((fields) => fields.length <= 30),
  'each ID field once': ids(
    (fields) => new Set(fields.map(([name]) => text(name).toLowerCase())).size === fields.length,
  ),
  // RFC 5258 §3: INBOX is the same in any case.
  'each mailbox in one LIST response': (responses) => {
    const seen = new Set<string>();
    return named(responses, 'LIST').filter(({ values }) => {
      const name = text(values[3]);
      const mailbox = name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
      return seen.size === seen.add(mailbox).size;
    });
  },
  // RFC 4314 §5.1.1, §2.2.
  'RIGHTS= with t, e, x and k': rightsAnnounced((letters) => [...'texk'].every((one) => letters.includes(one))),
  'RIGHTS= without rights of RFC 2086': rightsAnnounced((letters) => !/[lrswipacd0-9]/.test(letters)),
  // RFC 3516 §4.3: a literal8 tells the client that it has to expect a NUL.
  'a string for binary data without NUL': (responses) =>
    named(responses, 'FETCH').filter((response) =>
      binaries(response).some((value) => isLiteral8(value, response) && !value.bytes.includes(0)),
    ),
} satisfies Record<string, Offenders>;

export type ResponseQuality = keyof typeof QUALITIES;
/** Every word of {response-quality}. */
export const RESPONSE_QUALITIES = Object.keys(QUALITIES) as ResponseQuality[];

/**
 * @param responses the untagged ones that came before the last status.
 * @throws Mismatch `response-differs`
 */
export function checkResponses(responses: readonly ImapResponse[], name: ResponseQuality): void {
  const offenders: Offenders = QUALITIES[name];
  const [bad] = offenders(responses.filter((response) => response.kind === 'data'));
  if (bad !== undefined)
    throw new Mismatch('response-differs', `the untagged responses do not have ${name}`, escapeBytes(bad.raw));
}

function ids(holds: (fields: Array<[name: ImapValue, value: ImapValue]>) => boolean): Offenders {
  return (responses) =>
    named(responses, 'ID').filter(({ values }) => values[1]?.kind === 'list' && !holds(pairs(values[1].items)));
}

function rightsAnnounced(holds: (letters: string) => boolean): Offenders {
  return (responses) =>
    named(responses, 'CAPABILITY').filter(({ values }) =>
      values.some((value) => /^RIGHTS=/i.test(text(value)) && !holds(text(value).slice(7).toLowerCase())),
    );
}

function pairs(items: readonly ImapValue[]): Array<[ImapValue, ImapValue]> {
  return items.flatMap((item, i) => (i % 2 === 0 && items[i + 1] ? [[item, items[i + 1]!]] : []));
}

function named(responses: readonly ImapData[], name: string): ImapData[] {
  return responses.filter((response) => responseName(response) === name);
}

/** The values of a FETCH response's BINARY items. */
function binaries({ values }: ImapData): ImapText[] {
  if (values[2]?.kind !== 'list') return [];
  return pairs(values[2].items).flatMap(([item, value]) => {
    const isBinary = item.kind === 'atom' && item.section !== undefined && text(item).toUpperCase() === 'BINARY';
    return isBinary && value.kind !== 'list' ? [value] : [];
  });
}

function isLiteral8({ kind, from }: ImapText, { raw }: ImapData): boolean {
  return kind === 'literal' && raw[from] === TILDE;
}

function octets(value: ImapValue): number {
  return value.kind === 'list' ? 0 : value.bytes.length;
}

function text(value: ImapValue | undefined): string {
  return value === undefined || value.kind === 'list' ? '' : value.bytes.toString('latin1');
}

const TILDE = 0x7e;
