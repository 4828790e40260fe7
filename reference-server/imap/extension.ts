import type { Copied, Mailbox } from '../store/types';
import type { Appended, CreateOptions } from './backend/account';
import type { ListAttribute, ListSelection } from './backend/list';
import type { Commands } from './command';
import type { ListReturn } from './commands/list';
import type { ItemReader } from './fetch/items';
import type { WordReader } from './search/keys';
import type { ReturnOption } from './search/returns';
import type { Session } from './session';
import type { Arguments } from './syntax/arguments';

type Words<Value> = Readonly<Record<string, Value>>;

/**
 * One row of the capability table: what is announced, and everything that is here because of it. Handlers know no extension: they look
 * words up in tables that are made of the rows which the server's profile offers (tables.ts). Words stand in upper case.
 */
export interface Extension {
  /** As announced. */
  readonly name: string;
  /** The RFC that defines it, as `9051` or, with the section, `9051 §6.3.10`. */
  readonly rfc: string;
  /** Whether it shows to this session now; always, when absent. */
  readonly shows?: (session: Session) => boolean;
  /** What is announced where that is more than the name: `APPENDLIMIT=35651584`, `AUTH=…` one by one. */
  readonly words?: (session: Session) => string[];
  /** Stays where a profile leaves out everything that may be left out. */
  readonly basic?: boolean;
  /** It takes the place of that other one, where that is left out. */
  readonly unless?: string;
  /** It is nothing without that other one. */
  readonly needs?: string;
  /** A client may ask for it by ENABLE (RFC 5161). */
  readonly enable?: true;

  readonly commands?: Commands;
  /** Names that stand for messages wherever a sequence set may stand. */
  readonly sets?: readonly string[];
  /** Data items of FETCH. */
  readonly fetch?: Words<ItemReader>;
  /** Items of STATUS, and their values. */
  readonly status?: Words<(session: Session, mailbox: Mailbox) => number>;
  readonly search?: { readonly keys?: Words<WordReader>; readonly returns?: Words<ReturnOption> };
  readonly list?: {
    /** LIST takes several patterns. */
    readonly patterns?: true;
    readonly select?: Words<ListSelection>;
    readonly returns?: Words<ListReturn>;
    readonly attribute?: ListAttribute;
  };
  /** Parameters of CREATE (RFC 4466 §2.2). */
  readonly create?: Words<(args: Arguments) => CreateOptions>;
  readonly append?: {
    /** Several messages in one command. */
    readonly several?: true;
    /** Takes literal8, and gives what is stored. */
    readonly literal8?: (octets: Buffer) => Buffer;
  };
  /** Response codes of OK. */
  readonly codes?: {
    readonly appended?: (appended: Appended) => string;
    readonly copied?: (copied: Copied) => string;
  };
  /** Octets that a literal may have which comes without being asked for. */
  readonly unasked?: number;
  /** AUTHENTICATE takes a first response. */
  readonly initialResponse?: true;
}
