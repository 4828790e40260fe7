import type { ServerContext } from '../context';
import { faultsAround } from '../faults/play';
import { PARSER, type Parser } from '../mime/parser';
import { composed, replaced } from '../seams';
import { Models } from './backend/models';
import type { Extension } from './extension';
import { offered } from './extensions';
import { rev1 } from './extensions/revisions';
import { FAULTS } from './faults';
import { Structures } from './fetch/structures';
import { Surrogates } from './fetch/surrogates';
import { LITERALS, type Literals } from './literals';
import { MessageHeads } from './order/heads';
import type { ImapSeams } from './seams';
import { SearchTexts } from './search/texts';
import { type Tables, tablesOf } from './tables';

/** What all IMAP sessions of one server share. */
export class ImapService {
  /** The outermost of all who step in, asked only where a fault is set. */
  readonly faulty: NonNullable<ImapSeams['around']>;
  readonly parser: Parser;
  readonly literals: Literals;
  readonly models: Models;
  readonly structures: Structures;
  readonly surrogates: Surrogates;
  readonly texts: SearchTexts;
  readonly heads: MessageHeads;
  /** Who steps in where. */
  readonly seams: ImapSeams;
  /** What this server's profile offers, and what that adds up to. */
  readonly extensions: readonly Extension[];
  readonly tables: Tables;
  /** IMAP4rev1 is not offered: every client speaks rev2 (RFC 9051 §6.3.1). */
  readonly rev2Alone: boolean;

  constructor(
    readonly context: ServerContext,
    guests: readonly ImapSeams[] = [],
  ) {
    this.seams = composed(guests);
    this.faulty = faultsAround(context, FAULTS);
    this.parser = replaced(PARSER, this.seams.parts?.parser);
    this.literals = replaced(LITERALS, this.seams.parts?.literals);
    this.models = new Models(context.store);
    this.structures = new Structures(context.store, this.parser);
    this.surrogates = new Surrogates(context.store, this.structures, this.parser);
    this.texts = new SearchTexts(context.store, this.structures, this.parser);
    this.heads = new MessageHeads(context.store, this.structures, this.parser);
    this.extensions = offered(context.without.imap);
    this.tables = tablesOf(this.extensions);
    this.rev2Alone = !this.extensions.includes(rev1);
  }
}
