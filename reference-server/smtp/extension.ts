/** What an extension adds to a session: one list of them is the capability table (RFC 5321 §2.2). */

import type { Recipient } from '../delivery/mail';
import type { Reply } from '../delivery/reply';
import type { SmtpService } from './service';
import type { Session } from './session';
import type { Transaction } from './transaction';

/** One command: gives the reply, or undefined when it has replied by itself. */
export type Command = (session: Session, argument: string) => Reply | undefined | Promise<Reply | undefined>;

/** Takes a parameter's value into the transaction or recipient; a reply refuses it. */
export type ParameterHandler<Subject> = (
  subject: Subject,
  value: string | undefined,
  session: Session,
) => Reply | undefined;

/** A port, before it is known which extensions it has. */
export type Port = Pick<SmtpService, 'name' | 'protocol' | 'context'>;

export interface Extension {
  readonly keyword: string;
  /** Where it is defined. */
  readonly rfc: `RFC ${number} §${string}`;
  /** Whether the port has it at all; absent: every port has. */
  offered?(port: Port): boolean;
  /** LMTP does not work without it, whatever the profile leaves out (RFC 2033 §5). */
  readonly neededByLmtp?: true;
  /** What stands after the keyword in the answer to EHLO ('' for nothing), or undefined where it is not offered now. */
  announce(session: Session): string | undefined;
  readonly commands?: Readonly<Record<string, Command>>;
  /** What keeps another command from being carried out now, if it does. */
  bars?(session: Session, verb: string): Reply | undefined;
  readonly mailParameters?: Readonly<Record<string, ParameterHandler<Transaction>>>;
  readonly rcptParameters?: Readonly<Record<string, ParameterHandler<Recipient>>>;
  /** Octets by which command lines may be longer than 512. */
  readonly longer?: Readonly<Record<string, number>>;
}
