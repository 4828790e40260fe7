import type { ServerContext } from '../context';
import { CAPABILITIES } from './capabilities';
import type { Capability } from './capability';
import { type Choices, RIGHT } from './choices';
import type { Command } from './command';
import { Structures } from './fetch/structures';
import type { ImapHook } from './hooks';
import { SearchTexts } from './search/texts';
import type { Session } from './session';
import { Models } from './view/models';

/** What all IMAP sessions of one server share. */
export class ImapService {
  readonly models: Models;
  readonly structures: Structures;
  readonly texts: SearchTexts;
  readonly choices: Choices;
  readonly hooks: readonly ImapHook[];
  /** The capabilities that this server's profile offers. */
  readonly capabilities: readonly Capability[];
  private readonly names: ReadonlySet<string>;
  private readonly commands: ReadonlyMap<string, Command>;
  /** What stands around commands. */
  readonly around: ReadonlyArray<NonNullable<ImapHook['run']>>;
  private readonly rewriters: ReadonlyArray<NonNullable<ImapHook['send']>>;

  constructor(readonly context: ServerContext) {
    this.hooks = context.seams.imap ?? [];
    this.choices = Object.assign({}, RIGHT, ...this.hooks.map((hook) => hook.choices ?? {}));
    this.models = new Models(context.store);
    this.structures = new Structures(context.store, this.choices);
    this.texts = new SearchTexts(context.store, this.structures, this.choices);
    this.around = this.hooks.flatMap((hook) => hook.run ?? []);
    this.rewriters = this.hooks.flatMap((hook) => hook.send ?? []);
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

  /** What goes out instead of this response; undefined when nothing does. */
  rewrite(response: string, session: Session): string | undefined {
    let rewritten: string | undefined = response;
    for (const send of this.rewriters) if (rewritten !== undefined) rewritten = send(rewritten, session);
    return rewritten;
  }

  /** Whether responses are rewritten, and so must be whole strings. */
  get rewrites(): boolean {
    return this.rewriters.length > 0;
  }

  close(): void {
    this.models.close();
  }
}

/** The table without what the profile leaves out; `*` leaves IMAP4rev1 and what it cannot be used without. */
function offered(without: ReadonlySet<string>): Capability[] {
  const left = CAPABILITIES.filter(
    ({ name, basic }) => !without.has(name.toUpperCase()) && (basic || !without.has('*')),
  );
  return left.filter(({ unless }) => unless === undefined || !left.some(({ name }) => name === unless));
}
