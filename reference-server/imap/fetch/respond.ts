import type { Message } from '../../store/types';
import type { Session } from '../session';
import type { Piece, Writer } from './writers';

/** One FETCH response of what these write, in their order. Throws a Refusal where something cannot be given; nothing is sent then. */
export function respond(session: Session, message: Message, writers: readonly Writer[]): void {
  let text = `* ${session.selected!.sequenceNumber(message.uid)} FETCH (`;
  let pieces: Piece[] | undefined;
  for (let i = 0; i < writers.length; i++) {
    if (i > 0) text += ' ';
    const written = writers[i]!(message);
    if (typeof written === 'string') {
      text += written;
      continue;
    }
    pieces ??= [];
    pieces.push(text, ...written);
    text = '';
  }
  text += ')\r\n';
  if (pieces) session.sendPieces([...pieces, text]);
  else session.send(text);
}
