import type { Copied, Mailbox } from '../store/types';
import type { Appended, CreateOptions } from './backend/account';
import type { FlagChange } from './backend/flag-change';
import type { ListAttribute, ListSelection } from './backend/list';
import type { Selected, SelectInfo } from './backend/selected';
import type { Call, Commands } from './command';
import type { ListReturn } from './commands/list';
import type { SelectParameter } from './commands/select';
import type { Item, ItemReader } from './fetch/items';
import type { FetchModifier } from './fetch/modifiers';
import type { Criterion } from './order/sort';
import type { Threading } from './order/threads';
import type { Key, WordReader } from './search/keys';
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
  /** It is nothing without that other one, or without those. */
  readonly needs?: string | readonly string[];
  /** A client may ask for it by ENABLE (RFC 5161). */
  readonly enable?: true;
  /** Done when the client has asked for it so, before it is told that it is on. */
  readonly enabled?: (session: Session) => void;

  /** Forgets what is known of a session beyond its account and its mailbox, when its client logs off but stays (RFC 8437). */
  readonly forgets?: (session: Session) => void;

  readonly commands?: Commands;
  /** Mailboxes of others have names, and everybody may do with a mailbox what its access control list says. */
  readonly shares?: true;
  /** Names that stand for messages wherever a sequence set may stand. */
  readonly sets?: readonly string[];
  /** Clients that have not switched UTF-8 on are shown surrogates of messages whose headers are in UTF-8 (RFC 6858). */
  readonly surrogates?: true;
  /** Data items of FETCH. */
  readonly fetch?: Words<ItemReader>;
  /** Modifiers of FETCH (RFC 4466 §2.4). */
  readonly fetchModifiers?: Words<(session: Session, call: Call) => FetchModifier>;
  /** Data items that come with flags which the client did not ask for. */
  readonly beside?: (session: Session) => readonly Item[];
  /** Items of STATUS, and their values. */
  readonly status?: Words<(session: Session, mailbox: Mailbox) => number | string>;
  readonly search?: {
    readonly keys?: Words<WordReader>;
    readonly returns?: Words<ReturnOption>;
    /** Called where SEARCH names a charset; throws the Refusal. */
    readonly charset?: (session: Session) => void;
    /** What is told besides of messages that were found by this key, where there are any: a name and its value. */
    readonly answer?: (session: Session, key: Key, uids: readonly number[]) => string | undefined;
  };
  /** What SORT may sort by, and how THREAD may thread. */
  readonly sort?: Words<Criterion>;
  readonly thread?: Words<Threading>;
  readonly list?: {
    /** LIST takes several patterns. */
    readonly patterns?: true;
    readonly select?: Words<ListSelection>;
    readonly returns?: Words<ListReturn>;
    readonly attribute?: ListAttribute;
  };
  /** Parameters of SELECT and EXAMINE (RFC 4466 §2.1). */
  readonly select?: Words<(session: Session, args: Arguments) => SelectParameter>;
  /** What is told of a mailbox that was opened: the text of an untagged OK, with its response code. */
  readonly opened?: (info: SelectInfo) => string;
  /** How it is told that messages are gone. */
  readonly expunged?: {
    /** A response in the place of EXPUNGE. */
    readonly instead?: (session: Session, uids: readonly number[]) => string | undefined;
    /** The text of an untagged OK, while it cannot be told yet. */
    readonly waiting?: (session: Session, selected: Selected) => string | undefined;
  };
  /** Modifiers of STORE (RFC 4466 §2.5). */
  readonly store?: Words<(session: Session, args: Arguments) => Partial<FlagChange>>;
  /** Parameters of CREATE (RFC 4466 §2.2). */
  readonly create?: Words<(args: Arguments) => CreateOptions>;
  readonly append?: {
    /** Several messages in one command. */
    readonly several?: true;
    /** Takes literal8, and gives what is stored. */
    readonly literal8?: (octets: Buffer) => Buffer;
    /** Takes a message in the form `UTF8 (~{5}` (RFC 6855 §4); without UTF-8 switched on, no header beyond ASCII. */
    readonly utf8?: true;
  };
  /** Response codes of OK. */
  readonly codes?: {
    readonly created?: (mailbox: Mailbox) => string;
    readonly appended?: (appended: Appended) => string;
    readonly copied?: (copied: Copied) => string;
    /** Of a command that has removed messages. */
    readonly expunged?: (session: Session, selected: Selected) => string | undefined;
  };
  /** Octets that a literal may have which comes without being asked for. */
  readonly unasked?: number;
  /** AUTHENTICATE takes a first response. */
  readonly initialResponse?: true;
}
