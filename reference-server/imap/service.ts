import type { ServerContext } from '../context';
import { faultsAround, type Playing } from '../faults/play';
import { PARSER, type Parser } from '../mime/parser';
import { composed, replaced } from '../seams';
import { Models } from './backend/models';
import { CAPABILITIES } from './capabilities';
import type { Capability } from './capability';
import type { Call, Command, Done } from './command';
import { Structures } from './fetch/structures';
import { LITERALS, type Literals } from './literals';
import type { ImapSeams } from './seams';
import { SearchTexts } from './search/texts';
import type { Session } from './session';

const FAULTS: Playing<Session, Call, Done> = {
  protocol: 'imap',
  named: ({ name, args }) => ({ name, argument: args.rest.trimStart() }),
  answer(status, session, { tag, name }) {
    session.send(`${tag} ${status}\r\n`);
    if (name === 'GREETING' && /^BYE/i.test(status)) session.ended = true;
    return undefined;
  },
  end(session) {
    session.ended = true;
  },
};

/** What all IMAP sessions of one server share. */
export class ImapService {
  /** The outermost of all who step in, asked only where a fault is set. */
  readonly faulty: NonNullable<ImapSeams['around']>;
  readonly parser: Parser;
  readonly literals: Literals;
  readonly models: Models;
  readonly structures: Structures;
  readonly texts: SearchTexts;
  /** Who steps in where. */
  readonly seams: ImapSeams;
  /** The capabilities that this server's profile offers. */
  readonly capabilities: readonly Capability[];
  private readonly names: ReadonlySet<string>;
  private readonly commands: ReadonlyMap<string, Command>;

  constructor(readonly context: ServerContext) {
    this.seams = composed(context.seams.imap ?? []);
    this.faulty = faultsAround(context, FAULTS);
    this.parser = replaced(PARSER, this.seams.parts?.parser);
    this.literals = replaced(LITERALS, this.seams.parts?.literals);
    this.models = new Models(context.store);
    this.structures = new Structures(context.store, this.parser);
    this.texts = new SearchTexts(context.store, this.structures, this.parser);
    this.capabilities = offered(context.without.imap);
    this.names = new Set(this.capabilities.map((capability) => capability.name.toUpperCase()));
    this.commands = new Map(this.capabilities.flatMap(({ commands }) => Object.entries(commands ?? {})));
  }

  offers(name: string): boolean {
    return this.names.has(name.toUpperCase());
  }

  /** By its name in upper case, `UID FETCH` for a UID command. */
  command(name: string): Command | undefined {
    return this.commands.get(name);
  }
}

/** The table without what the profile leaves out; `*` leaves IMAP4rev1 and what it cannot be used without. */
function offered(without: ReadonlySet<string>): Capability[] {
  const left = CAPABILITIES.filter(
    ({ name, basic }) => !without.has(name.toUpperCase()) && (basic || !without.has('*')),
  );
  return left.filter(({ unless }) => unless === undefined || !left.some(({ name }) => name === unless));
}
