/** What all POP3 sessions of one server share. */

import type { ServerContext } from '../context';
import { faultsAround } from '../faults/play';
import { composed } from '../seams';
import type { AccountId } from '../store/types';
import { CAPABILITIES } from './capabilities';
import { respCodes } from './capabilities/promises';
import type { Capability, Command } from './capability';
import { BASE_COMMANDS } from './commands';
import { FAULTS } from './faults';
import type { Pop3Seams } from './seams';

export class Pop3Service {
  readonly seams: Pop3Seams;
  /** The capabilities that the server has at all, in its profile. */
  readonly capabilities: readonly Capability[];
  /** Whether answers show response codes. */
  readonly showsCodes: boolean;
  /** When each account last logged in: for LOGIN-DELAY (RFC 2449 §6.5). */
  readonly lastLogins = new Map<AccountId, number>();
  /** What stands around commands while there are faults to play. */
  private readonly withFaults: Pop3Seams['around'];
  private readonly commands: ReadonlyMap<string, Command>;

  constructor(
    readonly context: ServerContext,
    guests: readonly Pop3Seams[] = [],
  ) {
    this.seams = composed(guests);
    this.withFaults = composed([{ around: faultsAround(context, FAULTS) }, ...guests]).around;
    this.capabilities = offered(context);
    this.showsCodes = this.has(respCodes);
    const added = this.capabilities.flatMap(({ commands }) => Object.entries(commands ?? {}));
    this.commands = new Map([...Object.entries(BASE_COMMANDS), ...added]);
  }

  /** What stands around the next command, if anything does. */
  get around(): Pop3Seams['around'] {
    return this.context.faults.none ? this.seams.around : this.withFaults;
  }

  has(capability: Capability): boolean {
    return this.capabilities.includes(capability);
  }

  /** By its keyword in capitals. */
  command(verb: string): Command | undefined {
    return this.commands.get(verb);
  }
}

/** The table without what the profile leaves out; `*` leaves what nobody could log in without. */
function offered(context: ServerContext): Capability[] {
  const without = context.without.pop3;
  return CAPABILITIES.filter(
    ({ tag, basic, exists }) => !without.has(tag) && (basic || !without.has('*')) && (exists?.(context) ?? true),
  );
}
