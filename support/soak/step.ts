/**
 * What happens, as data. A step names messages by the label that they carry, never by a number: when steps before it are left out, it means
 * the same or, where the message is not there, nothing.
 */

/** The two mailboxes of a play: the inbox, where mail is delivered and POP3 looks, and one beside it. */
export type Box = 'inbox' | 'other';
export const BOXES: readonly Box[] = ['inbox', 'other'];

/** Flags that are followed. What else a server sets is its own business. */
export const FLAGS = ['\\Seen', '\\Answered', '\\Flagged', '\\Draft', '\\Deleted', '$soak'] as const;
export type Flag = (typeof FLAGS)[number];

export type Sign = '+' | '-' | '=';

export type Deed =
  /** A message with this label, by IMAP. */
  | { do: 'append'; to: Box; label: string; flags: Flag[] }
  /** The same through the front door: SMTP or LMTP. */
  | { do: 'deliver'; label: string }
  | { do: 'store'; labels: string[]; sign: Sign; flags: Flag[]; byUid: boolean; silent: boolean }
  | { do: 'copy' | 'move'; labels: string[]; to: Box; byUid: boolean }
  | { do: 'expunge' }
  | { do: 'uid-expunge'; labels: string[] }
  /** Reads them whole; `see` leaves \Seen. */
  | { do: 'fetch'; labels: string[]; see: boolean; byUid: boolean }
  | { do: 'search'; flag: Flag; has: boolean }
  | { do: 'noop' }
  /** Until the session's next step. */
  | { do: 'idle' }
  | { do: 'select'; box: Box }
  /** Logs out, or loses the connection; comes back with what it remembers. */
  | { do: 'return'; after: 'logout' | 'loss' }
  /** Sends a change and loses the connection before it hears what became of it; comes back. */
  | { do: 'lose'; labels: string[]; sign: Sign; flags: Flag[] }
  | { do: 'lose-append'; to: Box; label: string; flags: Flag[] }
  /** A POP3 session reads these and deletes those; without `quit` it is lost, and deletes nothing. */
  | { do: 'pop3'; read: string[]; remove: string[]; quit: boolean }
  /** Every session asks for news, and what it has then is held against what there is. */
  | { do: 'check' };

export type Step = Deed & {
  /** From 0. */
  session: number;
  /** Begins without waiting for the step before it, which is of another session. */
  together?: true;
};

/** Steps that run at once: each group begins when the one before is done. */
export function* grouped(steps: Iterable<Step>): Generator<Step[]> {
  let group: Step[] = [];
  for (const step of steps) {
    const joins = step.together && mayJoin(step) && group.every((one) => one.session !== step.session && mayJoin(one));
    if (group.length > 0 && !joins) {
      yield group;
      group = [];
    }
    group.push(step);
  }
  if (group.length > 0) yield group;
}

/** A check looks at what there is: nothing runs beside it. */
function mayJoin({ do: deed }: Step): boolean {
  return deed !== 'check';
}
