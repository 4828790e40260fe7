import type { Refusal } from './refusal';
import type { Session } from './session';
import type { Arguments } from './syntax/arguments';
import type { RawCommand } from './syntax/raw-command';

/** The state in which a command may be given (RFC 9051 §3). */
export type CommandState = 'any' | 'greeted' | 'authenticated' | 'selected';

/** The tagged answer: OK, with a response code where one is due. Refusals are thrown. */
export interface Done {
  text: string;
  /** Without brackets. */
  code?: string;
  /** What may be told, where it is not what the command says. */
  announces?: Announces;
  /** What happens once the answer is out. */
  after?: () => Promise<void>;
}

/** What may be told of the selected mailbox while the command is answered (RFC 9051 §7.5.1). */
export type Announces = 'everything' | 'no-expunges' | 'nothing';

/** One command that came, on its way to its answer. The greeting is one too, GREETING. */
export interface Call {
  /** `*` where no tag can be made out. */
  readonly tag: string;
  /** As registered: `UID FETCH`; empty where there is none. */
  readonly name: string;
  /** As the client wrote it. */
  readonly sentName: string;
  /** The command as it came, from which `args` reads. Who stands around commands may edit what `args` has not read yet. */
  readonly raw: RawCommand;
  /** Stands after the name: first a space where there are arguments. */
  readonly args: Arguments;
  /** The command was given as `UID …`. */
  readonly uid: boolean;
  readonly command: Command | undefined;
  /** Why it cannot be carried out, where that was seen before. */
  readonly refusal: Refusal | undefined;
}

export interface Command {
  readonly state: CommandState;
  /** Everything, when absent. */
  readonly announces?: Announces;
  /** Reads the arguments whole, then acts; throws a Refusal. */
  run(session: Session, call: Call): Done | Promise<Done>;
}

export type Commands = Readonly<Record<string, Command>>;

/** The usual end: `FETCH completed`. */
export function completed(call: Call, code?: string): Done {
  return code === undefined ? { text: `${call.name} completed` } : { text: `${call.name} completed`, code };
}
