/** The maildrop of a POP3 session as its answers show it: it stays what it was at login, but for marks (RFC 1939 §4, §5). */
import type { Ledger } from '../ledger';
import type { Pop3Response } from './response';

/** Messages kept for comparison; they are as large as scenarios make them. */
const MOST_KEPT = 1 << 20;
const NAMES_ONE: ReadonlySet<string> = new Set('LIST RETR DELE TOP UIDL'.split(' '));

export class Pop3Maildrop {
  /** How many messages there are, marked ones too. */
  private count: number | undefined;
  private readonly marked = new Set<number>();
  private readonly sizes = new Map<number, number>();
  private readonly ids = new Map<number, string>();
  private readonly messages = new Map<number, string[]>();
  /** What STAT said last, and with which marks. */
  private stat: { marks: string; messages: number; octets: number } | undefined;
  private international = false;

  constructor(private readonly ledger: Ledger) {}

  take(response: Pop3Response, loggedIn: boolean): void {
    const { command, indicator, lines } = response;
    const { verb, argument } = command;
    if (indicator !== '+OK' || response.isGreeting) return;
    if (verb === 'UTF8') this.international = true;
    if (!loggedIn) return;
    const number = NAMES_ONE.has(verb) && /^\d+(?: |$)/.test(argument) ? Number(argument.split(' ')[0]) : undefined;
    if (number !== undefined && !this.isThere(number)) return;
    if (verb === 'STAT') this.takeStat(response.first);
    if (verb === 'RSET') this.marked.clear();
    if (verb === 'DELE' && number !== undefined) this.marked.add(number);
    if (verb === 'LIST') this.takeScan(response, number);
    if (verb === 'UIDL') this.takeIds(response, number);
    const text = lines?.map((line) => (line.text[0] === '.' ? line.text.slice(1) : line.text));
    if (verb === 'RETR' && number !== undefined && text) this.takeMessage(number, text);
    if (verb === 'TOP' && number !== undefined && text) this.takeTop(number, argument, text);
  }

  private isThere(number: number): boolean {
    const marked = this.marked.has(number);
    if (this.marked.size > 0)
      this.ledger.check('pop3-marked-refused', !marked, `message ${number} is marked as deleted`);
    if (this.count !== undefined)
      this.ledger.check(
        'pop3-no-such-message',
        number >= 1 && number <= this.count,
        `there are ${this.count} messages`,
      );
    return !marked;
  }

  private takeStat(first: string): void {
    const [, messages, octets] = /^\+OK (\d+) (\d+)/.exec(first) ?? [];
    if (messages === undefined) return;
    this.stat = { marks: this.marks, messages: Number(messages), octets: Number(octets) };
    this.count ??= Number(messages) + this.marked.size;
    const unmarked = [...this.sizes].filter(([number]) => !this.marked.has(number));
    if (this.sizes.size === this.count) this.compareStat(unmarked.map(([, size]) => size));
  }

  private compareStat(sizes: readonly number[]): void {
    if (this.stat === undefined || this.stat.marks !== this.marks) return;
    const { messages, octets } = this.stat;
    this.ledger.check(
      'pop3-stat-counts',
      messages === sizes.length,
      `STAT says ${messages} messages, LIST ${sizes.length}`,
    );
    const sum = sizes.reduce((total, size) => total + size, 0);
    this.ledger.check('pop3-stat-sums', octets === sum, `STAT says ${octets} octets, LIST in all ${sum}`);
  }

  private takeScan({ first, lines }: Pop3Response, number: number | undefined): void {
    if (lines === undefined) {
      const [, told, size] = /^\+OK (\d+) (\d+)/.exec(first) ?? [];
      if (told === undefined || number === undefined) return;
      this.ledger.check('pop3-number-as-asked', Number(told) === number, `message ${number} was asked for`, 4);
      this.takeSize(Number(told), Number(size));
      return;
    }
    const found = lines.map(({ text }) => text.split(' ').map(Number));
    if (found.some(([one, size]) => one === undefined || size === undefined || Number.isNaN(one + size))) return;
    this.takeNumbers(found.map(([one]) => one!));
    for (const [one, size] of found) this.takeSize(one!, size!);
    this.compareStat(found.map(([, size]) => size!));
  }

  /** From 1 on, without a gap but for what is marked: RFC 1939 §4. */
  private takeNumbers(numbers: readonly number[]): void {
    if (this.marked.size > 0) {
      const shown = numbers.find((one) => this.marked.has(one));
      this.ledger.check('pop3-marked-not-listed', shown === undefined, `message ${shown} is marked as deleted`);
    }
    const all = new Set([...numbers, ...this.marked]);
    const twice = new Set(numbers).size < numbers.length;
    const gap = [...all].some((one) => one < 1 || one > all.size);
    this.ledger.check('pop3-numbers', !twice && !gap, 'messages have the numbers from 1 on, each once');
    if (!twice && !gap) this.count ??= all.size;
  }

  private takeSize(number: number, size: number): void {
    this.sizes.set(number, size);
    this.compareSize(number);
  }

  private compareSize(number: number): void {
    const size = this.sizes.get(number);
    const message = this.messages.get(number);
    // Outside UTF-8 mode a message that needs it may be replaced, within it RFC 6856 §2.1 only wishes it.
    if (size === undefined || message === undefined || this.international) return;
    const octets = message.reduce((sum, line) => sum + line.length + 2, 0);
    this.ledger.check('pop3-size-as-sent', octets === size, `LIST says ${size} octets, RETR sends ${octets}`);
  }

  private takeIds({ first, lines }: Pop3Response, number: number | undefined): void {
    const told = lines?.map(({ text }) => text) ?? [first.slice(4)];
    const found = told.map((text) => /^(\d+) (\S+)$/.exec(text)).filter((match) => match !== null);
    if (found.length < told.length) return;
    const pairs = found.map(([, one, id]): [number, string] => [Number(one), id!]);
    if (lines === undefined) {
      if (number === undefined) return;
      this.ledger.check('pop3-number-as-asked', pairs[0]![0] === number, `message ${number} was asked for`, 4);
    } else {
      this.takeNumbers(pairs.map(([one]) => one));
      this.ledger.check(
        'pop3-unique-ids-differ',
        new Set(pairs.map(([, id]) => id)).size === pairs.length,
        'two messages have one unique-id',
      );
    }
    for (const [one, id] of pairs) {
      const known = this.ids.get(one);
      if (known !== undefined)
        this.ledger.check('pop3-unique-id-stays', known === id, `message ${one} had the unique-id ${known}`);
      this.ids.set(one, id);
    }
  }

  private takeMessage(number: number, lines: string[]): void {
    const known = this.messages.get(number);
    if (known !== undefined)
      this.ledger.check('pop3-message-stays', equal(known, lines), `message ${number} was sent otherwise before`);
    if (lines.reduce((sum, line) => sum + line.length, 0) > MOST_KEPT) return;
    this.messages.set(number, lines);
    this.compareSize(number);
  }

  /** The header, the empty line, and so many lines of the body: RFC 1939 §7. */
  private takeTop(number: number, argument: string, lines: string[]): void {
    const written = argument.split(' ')[1] ?? '';
    const wanted = /^\d+$/.test(written) ? Number(written) : Number.NaN;
    const empty = lines.indexOf('');
    if (Number.isNaN(wanted) || empty < 0) return;
    const body = lines.length - empty - 1;
    const message = this.messages.get(number);
    const whole = message === undefined || equal(lines, message.slice(0, lines.length));
    const enough = message === undefined || lines.length === Math.min(message.length, message.indexOf('') + 1 + wanted);
    this.ledger.check(
      'pop3-top-is-the-beginning',
      body <= wanted && whole && enough,
      `${body} lines of the body where ${wanted} were asked for, or others than RETR sends`,
    );
  }

  private get marks(): string {
    return [...this.marked].sort((a, b) => a - b).join();
  }
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, n) => line === other[n]);
}
