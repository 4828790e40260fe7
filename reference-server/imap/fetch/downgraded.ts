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
  const { surrogates } = session.service;
  if (session.reading !== surrogates) return undefined;
  const downgraded = uids.filter((uid) => {
    const message = session.selected!.message(uid);
    return message && items.some((item) => isOtherwise(session, message, item));
  });
  return downgraded.length > 0 ? `DOWNGRADED ${formatSet(downgraded)}` : undefined;
}

function isOtherwise(session: Session, message: Message, item: Item): boolean {
  const { surrogates, structures } = session.service;
  const selected = session.selected!;
  const { kind } = item;
  // Only of what is read out of messages; of their rows nothing is otherwise.
  const read = (reading: Reading) => {
    switch (kind) {
      case 'ENVELOPE':
        return JSON.stringify(reading.envelope(message.blob));
      case 'BODY':
      case 'BODYSTRUCTURE':
        return selected.body(message, kind, reading);
      case 'octets':
        return selected.octets(message, item, reading)?.toString('latin1');
      default:
        return undefined;
    }
  };
  return surrogates.has(message.blob) && read(surrogates) !== read(structures);
}
