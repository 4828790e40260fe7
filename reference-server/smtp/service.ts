/** What all sessions of one SMTP or LMTP port share. */

import type { ServerContext } from '../context';
import type { Reply } from '../delivery/reply';
import { faultsAround, type Playing } from '../faults/play';
import { composed } from '../seams';
import type { ServiceName } from '../services';
import { BASE_COMMANDS } from './commands';
import type { Command, Extension } from './extension';
import { extensionsOf } from './extensions';
import { enhancedStatusCodes } from './extensions/simple';
import type { CommandLine } from './line';
import { parseReply } from './reply';
import type { SmtpSeams } from './seams';
import type { Session } from './session';

export class SmtpService {
  readonly protocol: 'smtp' | 'lmtp';
  readonly seams: SmtpSeams;
  /** The extensions that this port has in this profile. */
  readonly extensions: readonly Extension[];
  /** Whether replies have enhanced status codes. */
  readonly enhanced: boolean;
  /** Those of them that may keep another's command from being carried out. */
  readonly barring: ReadonlyArray<Extension & Required<Pick<Extension, 'bars'>>>;
  /** By their verbs. */
  readonly commands: ReadonlyMap<string, Command>;
  /** What stands around commands while there are faults to play. */
  private readonly withFaults: SmtpSeams['around'];

  constructor(
    readonly context: ServerContext,
    readonly name: ServiceName,
    guests: readonly SmtpSeams[] = [],
  ) {
    this.protocol = name === 'lmtp' ? 'lmtp' : 'smtp';
    this.seams = composed(guests);
    this.withFaults = composed([{ around: faultsAround(context, playing(this.protocol)) }, ...guests]).around;
    this.extensions = extensionsOf(this);
    this.barring = this.extensions.filter(
      (extension): extension is SmtpService['barring'][number] => extension.bars !== undefined,
    );
    this.enhanced = this.has(enhancedStatusCodes);
    const added = this.extensions.flatMap(({ commands }) => Object.entries(commands ?? {}));
    this.commands = new Map([...Object.entries(BASE_COMMANDS[this.protocol]), ...added]);
  }

  /** What stands around the next command, if anything does. */
  get around(): SmtpSeams['around'] {
    return this.context.faults.none ? this.seams.around : this.withFaults;
  }

  /** Whether the port has this extension at all, announced or not. */
  has(extension: Extension): boolean {
    return this.extensions.includes(extension);
  }
}

function playing(protocol: 'smtp' | 'lmtp'): Playing<Session, CommandLine, Reply> {
  return {
    protocol,
    named: ({ verb, argument }) => ({ name: verb, argument }),
    // What is none does not come so far: see schema/options.ts.
    answer: (text) => parseReply(text),
    end: (session) => session.end(),
  };
}
