/** The selected mailbox as a session's responses show it (RFC 3501 §2.3.1, §5.2, §7.3, §7.4). */
import type { Ledger } from '../ledger';
import type { ImapCommand } from './commands';
import type { Fetched } from './fetch';
import type { Response } from './response';

interface Message {
  uid?: number;
  size?: number;
  modseq?: number;
  text?: string;
}

type Range = readonly [from: number, to: number];

/** What is kept of one message for comparison. */
const MOST_KEPT = 1 << 18;
/** What a surrogate has in the place of what is not ASCII (RFC 6857 §3, RFC 6858 §2). */
const MAY_BE_SURROGATE = /=\?|\.invalid|:;/;
const LEAVES: ReadonlySet<string> = new Set(['CLOSE', 'UNSELECT', 'UNAUTHENTICATE', 'LOGOUT']);

export class SelectedModel {
  private exists: number | undefined;
  private readonly messages = new Map<number, Message>();
  private uidNext: number | undefined;
  /** How many there were when UIDNEXT was told. */
  private before = 0;
  private opening = false;
  /** UIDs that have vanished. */
  private gone: Range[] = [];
  /** Messages have come since UIDNEXT was told. */
  private grown = false;
  /** The greatest number that the running command has named, by the rule that it is held against. */
  private readonly named = new Map<'imap-found-within-exists' | 'imap-number-within-exists', number>();

  /** What is shown of messages may be surrogates: the server announces UTF8=ACCEPT, and the client has not enabled it (RFC 6855 §7). */
  surrogates = false;

  constructor(private readonly ledger: Ledger) {}

  /** Something was told that nobody could read. */
  unsettle(): void {
    this.named.clear();
    this.exists = undefined;
    this.uidNext = undefined;
    this.messages.clear();
    this.gone = [];
    this.grown = false;
  }

  end({ name }: ImapCommand, status: string): void {
    // A message that was found while a command ran is told before its end (RFC 3501 §5.2).
    const { exists } = this;
    if (exists !== undefined)
      for (const [rule, number] of this.named)
        this.ledger.check(rule, number <= exists, `${number} was named, and EXISTS told of ${exists} messages`);
    this.named.clear();
    // RFC 3501 §6.3.1: a SELECT that fails leaves nothing selected.
    if ((/^(?:SELECT|EXAMINE)$/.test(name) && status !== 'OK') || (LEAVES.has(name) && status === 'OK'))
      this.unsettle();
    this.opening = false;
  }

  take(response: Response, running: readonly ImapCommand[]): void {
    if (!this.opening && running.some(({ name }) => name === 'SELECT' || name === 'EXAMINE')) {
      this.unsettle();
      this.opening = true;
    }
    switch (response.kind) {
      case 'EXISTS':
        this.grow(response.number);
        break;
      case 'EXPUNGE':
        this.expunge(response.number);
        break;
      case 'FETCH':
        this.fetched(response.fetched);
        break;
      case 'SEARCH':
        if (running.length > 0 && running.every(({ name }) => name === 'SEARCH'))
          this.name('imap-found-within-exists', Math.max(0, ...response.numbers));
        break;
      case 'status':
        if (response.code?.name === 'UIDNEXT' && this.opening) {
          this.uidNext = response.code.number;
          this.before = this.exists ?? 0;
        }
        if (response.code?.name === 'CLOSED') this.unsettle();
        break;
      case 'VANISHED':
        // What went earlier was never counted (RFC 7162 §3.2.10.1).
        if (!response.earlier) this.vanish(response.ranges);
    }
  }

  private grow(number: number): void {
    if (this.exists !== undefined)
      this.ledger.check(
        'imap-exists-grows',
        number >= this.exists,
        `there were ${this.exists} messages, and none was expunged`,
      );
    if (this.uidNext !== undefined && number > (this.exists ?? 0)) this.grown = true;
    this.exists = number;
    if (this.opening && this.uidNext !== undefined && this.before === 0) this.before = number;
  }

  private expunge(number: number): void {
    // Numbers have changed their meaning.
    this.named.clear();
    const later = [...this.messages]
      .filter(([one]) => one !== number)
      .map(([one, message]): [number, Message] => [one > number ? one - 1 : one, message]);
    this.messages.clear();
    for (const [one, message] of later) this.messages.set(one, message);
    this.exists = this.exists === undefined ? undefined : this.exists - 1;
    if (number <= this.before) this.before--;
  }

  /** RFC 7162 §3.2.10.2: each of these UIDs is of a message that the client counts, and takes one away. */
  private vanish(ranges: readonly Range[]): void {
    const { exists } = this;
    if (exists === undefined) return;
    const count = countOf(ranges);
    const known = count <= exists;
    const again = ranges.some((range) => this.gone.some((one) => overlap(range, one)));
    const beyond =
      !this.grown && this.uidNext !== undefined && ranges.some((range) => Math.max(...range) >= this.uidNext!);
    const why = !known
      ? `${count} are gone, and there were ${exists}`
      : again
        ? 'some of them were gone before'
        : `UIDNEXT was ${this.uidNext}, and nothing has come since`;
    this.ledger.check('imap-vanished-known', known && !again && !beyond, why);
    this.gone.push(...ranges);
    // Which numbers the others have now, nobody here knows.
    this.named.clear();
    this.messages.clear();
    this.before = 0;
    this.exists = known ? exists - count : undefined;
  }

  private name(rule: 'imap-found-within-exists' | 'imap-number-within-exists', number: number): void {
    this.named.set(rule, Math.max(number, this.named.get(rule) ?? 0));
  }

  private fetched({ number, uid, size, modseq, sections }: Fetched): void {
    this.name('imap-number-within-exists', number);
    if (this.exists !== undefined && number > this.exists) return;
    const message = this.messages.get(number) ?? {};
    this.messages.set(number, message);
    if (uid !== undefined) this.takeUid(number, uid, message);
    if (modseq !== undefined) this.takeModseq(modseq, message);
    if (size !== undefined) {
      if (message.size !== undefined)
        this.ledger.check('imap-message-stays', message.size === size, `the size was ${message.size} before`);
      message.size = size;
    }
    const text = sections.get('BODY[]') ?? sections.get('RFC822');
    if (text !== undefined) this.takeText(text, message);
    // RFC 6858 §3: the size of a surrogate may be that of the message.
    if (this.surrogates && MAY_BE_SURROGATE.test(headerOf(text ?? ''))) return;
    if (message.size !== undefined && message.text !== undefined)
      this.ledger.check(
        'imap-size-is-length',
        message.size === message.text.length,
        `RFC822.SIZE is ${message.size}, and ${message.text.length} octets come`,
      );
  }

  /** RFC 7162 §3.1: each change gets a greater one. */
  private takeModseq(modseq: number, message: Message): void {
    if (message.modseq !== undefined)
      this.ledger.check('imap-modseq-grows', modseq >= message.modseq, `the mod-sequence was ${message.modseq} before`);
    message.modseq = modseq;
  }

  private takeText(text: string, message: Message): void {
    if (message.text !== undefined)
      this.ledger.check('imap-message-stays', message.text === text, 'the message was another before');
    if (text.length <= MOST_KEPT) message.text = text;
  }

  private takeUid(number: number, uid: number, message: Message): void {
    if (message.uid !== undefined)
      this.ledger.check('imap-uid-stays', message.uid === uid, `message ${number} had UID ${message.uid}`);
    message.uid = uid;
    const lower = this.messages.get(number - 1)?.uid;
    const higher = this.messages.get(number + 1)?.uid;
    if (lower !== undefined || higher !== undefined)
      this.ledger.check(
        'imap-uids-ascend',
        (lower ?? 0) < uid && uid < (higher ?? 2 ** 32),
        `the messages beside have the UIDs ${[lower, higher].filter((one) => one !== undefined).join(' and ')}`,
      );
    if (this.uidNext !== undefined && number <= this.before)
      this.ledger.check(
        'imap-uid-below-next',
        uid < this.uidNext,
        `UIDNEXT was ${this.uidNext} when the message was there`,
      );
  }
}

function headerOf(text: string): string {
  return text.slice(0, text.search(/\r\n\r\n|$/));
}

/** How many numbers are in these ranges, each counted once. */
function countOf(ranges: readonly Range[]): number {
  let count = 0;
  let last = 0;
  for (const [from, to] of ranges.map(ascending).sort(([a], [b]) => a - b)) {
    count += Math.max(0, to - Math.max(from, last + 1) + 1);
    last = Math.max(last, to);
  }
  return count;
}

function ascending([a, b]: Range): Range {
  return a <= b ? [a, b] : [b, a];
}

function overlap(one: Range, other: Range): boolean {
  const [a, b] = [ascending(one), ascending(other)];
  return a[0] <= b[1] && b[0] <= a[1];
}
