import type { Message } from '../../store/types';
import { ofOneMessage } from '../as-refusal';
import type { Selected } from '../backend/selected';
import { Turns } from '../turns';
import type { Head, MessageHeads } from './heads';

/** A message of the selected mailbox, as far as its place among others goes. */
export interface Ordered {
  readonly uid: number;
  /** When it came, in milliseconds since 1970. */
  readonly arrival: number;
  readonly size: number;
  /** When it was sent, or else when it came (RFC 5256 §2.2). */
  readonly sent: number;
  readonly head: Head;
}

/**
 * Those of these messages that are there and can be read, in the order in which they are in the mailbox.
 * @param rowsAlone nobody will look at their heads: then none is read
 */
export async function readOrdered(selected: Selected, uids: readonly number[], rowsAlone = false): Promise<Ordered[]> {
  const { session } = selected;
  const { heads } = session.service;
  if (rowsAlone) return selected.present(uids).map((message) => new Unread(message, heads));
  const turns = new Turns(16);
  const found: Ordered[] = [];
  for (const message of selected.present(uids)) {
    try {
      found.push(orderedOf(message, heads.head(message.blob)));
    } catch (error) {
      // What cannot be read fits nothing, and is noted.
      ofOneMessage(session, error);
    }
    if (turns.due) await turns.pass();
  }
  return found;
}

function orderedOf({ uid, internalDate, size }: Message, head: Head): Ordered {
  return { uid, arrival: internalDate, size, sent: head.sent ?? internalDate, head };
}

/** One whose head is read by whoever asks for it after all. */
class Unread implements Ordered {
  readonly uid: number;
  readonly arrival: number;
  readonly size: number;

  constructor(
    private readonly message: Message,
    private readonly heads: MessageHeads,
  ) {
    this.uid = message.uid;
    this.arrival = message.internalDate;
    this.size = message.size;
  }

  get head(): Head {
    return this.heads.head(this.message.blob);
  }

  get sent(): number {
    return this.head.sent ?? this.arrival;
  }
}

/** By the time of sending; those of one moment as they are in the mailbox. */
export function bySent(one: Ordered, other: Ordered): number {
  return one.sent - other.sent || one.uid - other.uid;
}
