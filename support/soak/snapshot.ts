/** What there is: both mailboxes as a session that has just come finds them. */
import { quoted } from '../wire/framing/imap-quoted';
import { type Finding, finding } from './finding';
import type { ImapSession } from './imap-session';
import { bodyOf, labelOf } from './mail';
import type { Box, Flag } from './step';

export interface Message {
  uid: number;
  label: string;
  flags: ReadonlySet<Flag>;
  size?: number;
  modseq?: number;
}

export interface Snapshot {
  validity: number;
  uidNext?: number;
  /** The greatest UID that has been, and what UIDNEXT has foretold. */
  ceiling: number;
  highest?: number;
  /** By UID, ascending. */
  messages: ReadonlyMap<number, Message>;
}

export const EMPTY: Snapshot = { validity: 0, ceiling: 0, messages: new Map() };

/** Octets of a message by its label, where they are known. */
export interface Octets {
  /** What was appended, as it was sent. */
  sent: Map<string, Buffer>;
  /** What went through the front door. */
  delivered: Map<string, Buffer>;
  /** What was delivered has new trace fields: its octets are those that were read first. */
  read: Map<string, Buffer>;
}

/** Looks at mailboxes, and knows what it saw last. */
export class Auditor {
  /** Octets that were not what they should be, since somebody took them. */
  private changed: Finding[] = [];

  constructor(
    private readonly session: ImapSession,
    private readonly names: Record<Box, string>,
    private readonly octets: Octets,
    /** @see messageOf */
    private readonly play: string,
  ) {}

  /**
   * @param before what was there at the last look
   * @returns what is there now, or what cannot be
   */
  async look(box: Box, before: Snapshot): Promise<Snapshot | Finding> {
    const { session } = this;
    const condstore = session.has('CONDSTORE');
    session.cache.messages.length = 0;
    session.cache.highest = undefined;
    const opened = await session.command(`EXAMINE ${quoted(this.names[box])}${condstore ? ' (CONDSTORE)' : ''}`);
    if (opened.status !== 'OK') return finding('no-answer', `a session of its own cannot open ${box}: ${opened.text}`);
    const { cache } = session;
    const { validity = 0, uidNext, highest } = cache;
    cache.fetched = [];
    if (cache.messages.length > 0)
      await session.command(`UID FETCH 1:* (UID FLAGS RFC822.SIZE${condstore ? ' MODSEQ' : ''})`);
    const told = cache.fetched;
    const messages = new Map<number, Message>();
    const same = before.validity === validity;
    const fresh = told.flatMap(({ uid }) => (uid !== undefined && !(same && before.messages.has(uid)) ? [uid] : []));
    const labels = new Map<number, string>();
    if (fresh.length > 0) {
      cache.fetched = [];
      await session.command(`UID FETCH ${fresh.join(',')} (UID BODY.PEEK[])`);
      for (const { uid, body } of cache.fetched) {
        if (uid === undefined || body === undefined) continue;
        const label = labelOf(body, this.play) ?? '';
        labels.set(uid, label);
        this.compare(label, body);
      }
    }
    for (const { uid, flags, size, modseq } of told) {
      if (uid === undefined || flags === undefined) continue;
      const known = same ? before.messages.get(uid) : undefined;
      if (known?.size !== undefined && size !== undefined && known.size !== size)
        this.changed.push(finding('message-changed', `the size of ${known.label} was ${known.size} and is ${size}`));
      const label = known?.label ?? labels.get(uid) ?? '';
      messages.set(uid, { uid, label, flags, size, modseq });
    }
    const ceiling = Math.max(same ? before.ceiling : 0, ...messages.keys(), (uidNext ?? 1) - 1);
    return { validity, uidNext, ceiling, highest, messages };
  }

  /** Holds the octets of a message against what they were. @see takeChanged */
  compare(label: string, body: Buffer): void {
    if (label === '') return;
    const { sent, read, delivered } = this.octets;
    const before = read.get(label);
    // Each time it is read it is to be what it was the first time.
    const was = before ?? sent.get(label);
    const kind = before === undefined ? 'append-changed' : 'message-changed';
    if (was !== undefined && !was.equals(body)) this.changed.push(differs(kind, label, was, body));
    const handed = delivered.get(label);
    const wrong = before === undefined && handed !== undefined ? deliveredAsSent(label, handed, body) : undefined;
    if (wrong !== undefined) this.changed.push(wrong);
    read.set(label, body);
  }

  /** What has been found changed; told once. */
  takeChanged(): Finding[] {
    return this.changed.splice(0);
  }
}

/** What was delivered has the body that was sent (RFC 5321 §4.4: trace fields come before it). */
function deliveredAsSent(label: string, sent: Buffer, body: Buffer): Finding | undefined {
  const [was, is] = [bodyOf(sent), bodyOf(body)];
  return was.equals(is) ? undefined : differs('delivery-changed', label, was, is);
}

function differs(
  kind: 'append-changed' | 'message-changed' | 'delivery-changed',
  label: string,
  was: Buffer,
  is: Buffer,
) {
  const at = [...was].findIndex((octet, index) => is[index] !== octet);
  const from = at < 0 ? was.length : at;
  const shown = (octets: Buffer) =>
    JSON.stringify(octets.subarray(Math.max(0, from - 10), from + 30).toString('latin1'));
  return finding(
    kind,
    `the octets of ${label} are not what they were, from octet ${from} on`,
    `was: ${was.length} octets, ${shown(was)}`,
    `is:  ${is.length} octets, ${shown(is)}`,
  );
}
