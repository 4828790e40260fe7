/** What one session knows of the mailbox that it has selected: what it was told, applied, and nothing else (RFC 7162 §6). */
import { isIn } from '../dialogue/imap/sequence-set';
import {
  type ImapData,
  type ImapResponse,
  type ImapStatus,
  type ImapValue,
  keyword,
  responseName,
} from '../wire/framing/imap-value';
import { FLAGS, type Flag } from './step';

export interface Known {
  uid?: number;
  flags?: ReadonlySet<Flag>;
  modseq?: number;
}

/** What FETCH told of one message. */
export interface Told extends Known {
  number: number;
  size?: number;
  body?: Buffer;
}

export class Cache {
  /** By sequence number, from 1. */
  readonly messages: Known[] = [];
  validity?: number;
  uidNext?: number;
  highest?: number;
  /** Flags that last (RFC 3501 §7.1); undefined where nobody said: then all do. */
  permanent?: ReadonlySet<string>;
  /** What was told since it was last looked at. */
  fetched: Told[] = [];
  found: number[] = [];
  /** Something was told that does not go together with the rest; one sentence. */
  odd?: string;

  /** Takes what was told by any response; others than those about messages change nothing. */
  take(response: ImapResponse): void {
    if (response.kind === 'status') this.takeCode(response);
    if (response.kind !== 'data') return;
    switch (responseName(response)) {
      case 'EXISTS':
        this.resize(numberAt(response, 0));
        break;
      case 'EXPUNGE':
        this.expunge(numberAt(response, 0));
        break;
      case 'FETCH':
        this.fetch(response);
        break;
      case 'SEARCH':
        this.found.push(
          ...response.values.slice(1).flatMap((value) => (value.kind === 'list' ? [] : [Number(value.bytes)])),
        );
        break;
      case 'VANISHED':
        this.vanish(response);
    }
  }

  /** Of messages with these UIDs, those that it knows; by number. */
  numberOf(uid: number): number {
    return this.messages.findIndex((message) => message.uid === uid) + 1;
  }

  private takeCode({ code }: ImapStatus): void {
    const name = keyword(code?.[0]);
    // RFC 9051 §7.1: what comes behind it is of the mailbox that is being opened.
    if (name === 'CLOSED') this.messages.length = 0;
    const value = code?.[1];
    if (name === 'PERMANENTFLAGS' && value?.kind === 'list')
      this.permanent = new Set(value.items.flatMap((item) => (item.kind === 'list' ? [] : [text(item).toLowerCase()])));
    if (value === undefined || value.kind === 'list') return;
    if (name === 'UIDVALIDITY') this.validity = Number(value.bytes);
    if (name === 'UIDNEXT') this.uidNext = Number(value.bytes);
    if (name === 'HIGHESTMODSEQ') this.highest = Math.max(Number(value.bytes), this.highest ?? 0);
  }

  private resize(exists: number): void {
    // That it told of fewer is what the witness knows.
    while (this.messages.length < exists) this.messages.push({});
    this.messages.length = exists;
  }

  private expunge(number: number): void {
    if (number < 1 || number > this.messages.length)
      this.odd ??= `EXPUNGE of message ${number} was told, and there were ${this.messages.length}`;
    else this.messages.splice(number - 1, 1);
  }

  private vanish({ values }: ImapData): void {
    const earlier = values[1]?.kind === 'list';
    const set = values[earlier ? 2 : 1];
    if (set === undefined || set.kind === 'list') return;
    const gone = isIn(text(set));
    for (let at = this.messages.length - 1; at >= 0; at--) {
      const { uid } = this.messages[at]!;
      if (uid !== undefined && gone(uid)) this.messages.splice(at, 1);
    }
  }

  private fetch({ values }: ImapData): void {
    const told = readTold(values);
    if (told === undefined) return;
    this.fetched.push(told);
    const known = this.messages[told.number - 1];
    if (known === undefined) return;
    if (told.uid !== undefined) known.uid = told.uid;
    if (told.flags !== undefined) known.flags = told.flags;
    if (told.modseq !== undefined) known.modseq = told.modseq;
  }
}

function readTold(values: readonly ImapValue[]): Told | undefined {
  const list = values[2];
  if (list?.kind !== 'list') return undefined;
  const told: Told = { number: Number(text(values[0])) };
  for (let at = 0; at + 1 < list.items.length; at += 2) {
    const [name, value] = [list.items[at]!, list.items[at + 1]!];
    if (name.kind === 'list') continue;
    const word = text(name).toUpperCase();
    if (word === 'UID') told.uid = Number(text(value));
    else if (word === 'RFC822.SIZE') told.size = Number(text(value));
    else if (word === 'FLAGS' && value.kind === 'list') told.flags = followed(value.items);
    else if (word === 'MODSEQ' && value.kind === 'list') told.modseq = Number(text(value.items[0]));
    else if (word === 'BODY' && name.section !== undefined && value.kind !== 'list') told.body = value.bytes;
  }
  return told;
}

/** Of these flags those that are followed; their case says nothing (RFC 3501 §2.3.2). */
function followed(items: readonly ImapValue[]): Set<Flag> {
  const names = new Set(items.map((item) => text(item).toLowerCase()));
  return new Set(FLAGS.filter((flag) => names.has(flag.toLowerCase())));
}

function numberAt({ values }: ImapData, at: number): number {
  return Number(text(values[at]));
}

function text(value: ImapValue | undefined): string {
  return value === undefined || value.kind === 'list' ? '' : value.bytes.toString('latin1');
}
