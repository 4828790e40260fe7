/** What an IMAP session has said of itself, and what belongs to which command. */
import type { Ledger } from '../ledger';
import { checkAnswered } from './answered';
import { type ImapCommand, type ImapCommands, KEEP_NUMBERS } from './commands';
import { ModSequences } from './mod-sequences';
import type { Response } from './response';
import { sectionsAsked } from './sections-asked';
import { SelectedModel } from './selected';
import { Vanishing } from './vanishing';

/** Data that come only when they were asked for (RFC 3501 §7.2.3, §7.2.5; RFC 5161 §3.1; RFC 2342 §5; RFC 5256 §4). */
const ASKED_BY: Readonly<Record<string, RegExp>> = {
  SEARCH: /SEARCH$/,
  SORT: /SORT$/,
  THREAD: /THREAD$/,
  LSUB: /^LSUB$/,
  NAMESPACE: /^NAMESPACE$/,
  ENABLED: /^ENABLE$/,
};

export class ImapState {
  /** UTF-8 may stand where it is ASCII otherwise: RFC 9051 §6.3.1, RFC 6855 §3. */
  international = false;
  /** IMAP4rev2 is announced: texts may be empty (RFC 9051 §9). */
  isRev2 = false;
  /** And IMAP4rev1 is not. */
  private rev2Alone = false;
  /** UNAUTHENTICATE was announced. */
  private unauthenticates = false;
  /** UTF8=ACCEPT or UTF8=ONLY was announced (RFC 6855 §3). */
  private announcesUtf8 = false;
  private readonly selected: SelectedModel;
  private readonly modSequences: ModSequences;
  private readonly vanishing: Vanishing;
  /** What came since the last tagged result, by kind. */
  private told: Response[] = [];
  private parted = false;
  /** Something came since then that nobody could read: it may have been what was asked for. */
  private unread = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly commands: ImapCommands,
  ) {
    this.selected = new SelectedModel(ledger);
    this.modSequences = new ModSequences(ledger);
    this.vanishing = new Vanishing(ledger);
  }

  /** Something was told that nobody could read. */
  unsettle(): void {
    this.unread = true;
    this.selected.unsettle();
  }

  take(response: Response, octets: Buffer): void {
    this.learn(response);
    this.selected.surrogates = this.announcesUtf8 && !this.international;
    if (this.parted)
      this.ledger.check(
        'imap-bye-is-last',
        response.kind === 'status' && response.tag !== '*',
        'something comes after BYE',
      );
    if (response.kind === 'continuation') {
      this.commands.goOn();
      return;
    }
    if (response.kind === 'status' && response.tag !== '*') {
      this.end(response, octets);
      return;
    }
    this.told.push(response);
    if (response.kind === 'status' && response.status === 'BYE') this.parted = true;
    if (this.commands.lost) this.selected.unsettle();
    else this.judge(response);
  }

  private learn(response: Response): void {
    const names =
      response.kind === 'CAPABILITY'
        ? response.names
        : response.kind === 'status'
          ? response.code?.capabilities
          : undefined;
    if (names !== undefined) {
      this.isRev2 = names.includes('IMAP4REV2');
      // RFC 9051 §7.2.2: without IMAP4rev1 beside it responses are rev2's from the first.
      this.rev2Alone = this.isRev2 && !names.includes('IMAP4REV1');
      if (this.rev2Alone) this.international = true;
      if (names.includes('UNAUTHENTICATE')) this.unauthenticates = true;
      if (names.some((name) => name.startsWith('UTF8='))) this.announcesUtf8 = true;
    }
    if (response.kind === 'ENABLED' && response.names.some((name) => name === 'IMAP4REV2' || name === 'UTF8=ACCEPT'))
      this.international = true;
  }

  /** Untagged data: whether it may come now, and what it says of the mailbox. */
  private judge(response: Response): void {
    const { running } = this.commands;
    const name = response.kind === 'data' ? response.name : response.kind;
    const asked = ASKED_BY[name];
    if (asked !== undefined)
      this.ledger.check(
        'imap-data-as-asked',
        running.some((command) => asked.test(command.name)),
        `no command asked for ${name}`,
      );
    // RFC 3501 §6.5.1.
    const isExperiment = name.startsWith('X');
    this.ledger.check(
      'imap-experiment-as-asked',
      !isExperiment || running.some((command) => /^(?:UID )?X/.test(command.name)),
      `no experimental command asked for ${name}`,
    );
    if (response.kind === 'EXPUNGE') this.mayGo(running);
    if (response.kind === 'ESEARCH' && response.told.tag !== undefined)
      this.ledger.check(
        'imap-esearch-tag',
        running.some(({ tag }) => tag === response.told.tag),
        'no command has this tag',
      );
    if (response.kind === 'FETCH') this.fetched(response.fetched, running);
    this.selected.take(response, running);
    this.modSequences.take(response, running);
    this.vanishing.take(response, running);
  }

  private mayGo(running: readonly ImapCommand[]): void {
    const never = running.length === 0 || running.every((command) => KEEP_NUMBERS.has(command.name));
    const during = running.length === 0 ? 'between commands' : `during ${running[0]!.name}`;
    this.ledger.check('imap-expunge-time', !never, `EXPUNGE comes ${during}`);
  }

  private fetched(
    { names, sections, uid }: Extract<Response, { kind: 'FETCH' }>['fetched'],
    running: readonly ImapCommand[],
  ): void {
    const more = names.some((name) => !['FLAGS', 'MODSEQ', 'UID'].includes(name));
    // Others' changes of flags may be told without it (RFC 3501 §6.4.8).
    if (more && running.length > 0 && running.every(({ name }) => name === 'UID FETCH'))
      this.ledger.check('imap-uid-told', uid !== undefined, 'the answer to UID FETCH has no UID');
    const asked = sectionsAsked(running);
    if (asked === undefined || asked.size === 0) return;
    for (const section of sections.keys())
      if (section.includes('['))
        this.ledger.check('imap-section-as-asked', asked.has(section), `nobody asked for ${section}`);
  }

  private end(result: Extract<Response, { kind: 'status' }>, octets: Buffer): void {
    const command = this.commands.lost ? undefined : this.commands.end(result.tag);
    if (this.commands.lost) return;
    this.ledger.turnTo(octets, command && Buffer.from(command.text, 'latin1'));
    this.ledger.check('imap-tag', command !== undefined, 'no command that runs has this tag');
    // Of several at once nobody can tell whose data came.
    if (command?.alone && !this.unread) checkAnswered(command, result, this.told, this);
    if (command !== undefined) {
      this.selected.end(command, result.status);
      this.modSequences.end(command, result.status, command.alone && !this.unread);
      this.vanishing.end(command, result);
      if (command.name === 'UNAUTHENTICATE') this.loggedOff(result.status);
    }
    this.told = [];
    this.unread = false;
  }

  /** RFC 8437 §3: NO is none of its results. §4.1: what was enabled is so no more. */
  private loggedOff(status: string): void {
    if (this.unauthenticates)
      this.ledger.check('imap-unauthenticate-without-no', status !== 'NO', 'UNAUTHENTICATE is answered NO');
    if (status === 'OK') this.international = this.rev2Alone;
  }

  /** @see Ledger.check */
  check(...args: Parameters<Ledger['check']>): boolean {
    return this.ledger.check(...args);
  }
}
