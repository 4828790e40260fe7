import type { Message } from '../../store/types';
import type { Session } from '../session';
import { formatSet } from '../syntax/sequence-set';
import type { Item } from './items';
import type { Reading } from './reading';

/**
 * What the client is told of messages that it was shown otherwise than they are (RFC 6858 §3): a response code with their UIDs; undefined
 * where each of these items was what it is.
 */
export function downgradedCode(session: Session, uids: readonly number[], items: readonly Item[]): string | undefined {
  if (session.reading !== session.service.surrogates) return undefined;
  const comparisons = items.flatMap((item) => comparisonOf(session, item) ?? []);
  // Flags and sizes are asked of whole mailboxes, and no message is read for them.
  if (comparisons.length === 0) return undefined;
  const downgraded = uids.filter((uid) => {
    const message = session.selected!.message(uid);
    return message && comparisons.some((isOtherwise) => isOtherwise(message));
  });
  return downgraded.length > 0 ? `DOWNGRADED ${formatSet(downgraded)}` : undefined;
}

type Comparison = (message: Message) => boolean;

/** Whether this item is otherwise in a surrogate; undefined for what is not read out of messages: of their rows nothing is. */
function comparisonOf(session: Session, item: Item): Comparison | undefined {
  const { surrogates, structures } = session.service;
  const selected = session.selected!;
  const compared =
    (read: (reading: Reading, message: Message) => string | undefined, ofHeader = false): Comparison =>
    (message) =>
      (ofHeader ? surrogates.hasHeader(message.blob) : surrogates.has(message.blob)) &&
      read(surrogates, message) !== read(structures, message);
  const { kind } = item;
  switch (kind) {
    case 'ENVELOPE':
      return compared((reading, { blob }) => JSON.stringify(reading.envelope(blob)), true);
    case 'BODY':
    case 'BODYSTRUCTURE':
      return compared((reading, message) => selected.body(message, kind, reading));
    case 'octets':
      return compared(
        (reading, message) => selected.octets(message, item, reading)?.toString('latin1'),
        item.section.part.length === 0 && item.section.text?.startsWith('HEADER'),
      );
    default:
      return undefined;
  }
}
