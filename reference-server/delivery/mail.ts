/** A message on its way into mailboxes and to other servers, whoever handed it in. */

import type { Account, AccountId } from '../store/types';

/** An address of the envelope (RFC 5321 §4.1.2). */
export interface Path {
  /** What the local part means: without quotes and backslashes. Empty in the null reverse-path. */
  local: string;
  /** As written; '' in the null reverse-path and in `<Postmaster>`. */
  domain: string;
  /** The address as written, without brackets and source route. */
  text: string;
}

/** Where the mail for an address goes. */
export type Destination =
  | { readonly kind: 'local'; readonly account: Account }
  /** To another server, which the domain names. */
  | { readonly kind: 'remote'; readonly domain: string }
  /** To those in whose place it stands (RFC 5321 §3.9.1). */
  | { readonly kind: 'alias'; readonly targets: readonly Target[] };

/** What an alias leads to in the end. */
export type Target = { readonly path: Path } & (
  | Exclude<Destination, { kind: 'alias' }>
  /** No mailbox of this server has that address. */
  | { readonly kind: 'nobody' }
);

export interface Addressee {
  path: Path;
  /** The alias that led to it, as the client named it. */
  alias?: Path;
  /** RFC 3461 §4.1; undefined when it was not given. */
  notify?: readonly string[];
  /** RFC 3461 §4.2: address type and decoded address. */
  originalRecipient?: { type: string; address: string };
  /** As the client wrote it. */
  originalRecipientWritten?: string;
}

export type LocalRecipient = Addressee & Extract<Destination, { kind: 'local' }>;
export type RemoteRecipient = Addressee &
  Extract<Destination, { kind: 'remote' }> & {
    /** Of one that waits for a mailbox of this server: see queue/here.ts. */
    readonly mailbox?: AccountId;
  };
/** Whom a client has named. */
export type Recipient = Addressee & Destination;
/** Who gets the message: no alias any more. */
export type FinalRecipient = Addressee & Target;

export const isLocal = (recipient: Recipient | FinalRecipient): recipient is LocalRecipient =>
  recipient.kind === 'local';
export const isRemote = (recipient: Recipient | FinalRecipient): recipient is RemoteRecipient =>
  recipient.kind === 'remote';

/** What MAIL and RCPT say (RFC 5321 §2.3.1). */
export interface Envelope {
  reversePath: Path;
  recipients: Recipient[];
  body: '7BIT' | '8BITMIME' | 'BINARYMIME';
  /** RFC 6531: addresses and header may be UTF-8. */
  utf8: boolean;
  /** Octets that the client announced, or 0 (RFC 1870). */
  declaredSize: number;
  /** RFC 3461 §4.3 and §4.4. */
  returnContent?: 'FULL' | 'HDRS';
  envelopeId?: string;
  /** As the client wrote it. */
  envelopeIdWritten?: string;
  /** Until when it waits here. */
  hold?: Hold;
  deliverBy?: DeliverBy;
  /** RFC 8689: it goes on under TLS, to hosts that are known and promise the same, or not at all. */
  requireTls?: boolean;
  /** A user has handed it in, or this server has written it: it may be signed. */
  own?: boolean;
}

/** RFC 2852 §4. */
export interface DeliverBy {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What follows where it is not delivered by then: it comes back, or the sender hears of it. */
  readonly late: 'return' | 'notify';
  /** The sender is to hear of each server that it goes to. */
  readonly trace: boolean;
}

/** RFC 4865 §3. */
export interface Hold {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** As reports have it (RFC 4865 §5.1.2): `for;3600`. */
  readonly written: string;
}

/** What was seen of the content while it was read. */
export interface Findings {
  /** It is larger than the limit, and not all of it was kept. */
  tooBig: boolean;
  /** A CR or LF stands alone where only CRLF may be (RFC 5321 §2.3.8). */
  bareNewline: boolean;
  /** A NUL where none may be. */
  nul: boolean;
}

/** Who handed the message in, for the Received field (RFC 5321 §4.4). */
export interface Origin {
  /** As the client names itself. */
  name: string;
  /** Its IP address. */
  address: string;
  /** RFC 3848. */
  protocol: string;
  /** The cipher suite of TLS, as it is registered. */
  suite?: string;
}

export interface Mail {
  /** Unlike any other message's, for trace fields and the log. */
  readonly id: string;
  readonly envelope: Envelope;
  /** As it came, transparency undone. */
  readonly content: Buffer;
  readonly found: Findings;
  /** Fields of what policies have found, for on top of the trace fields. */
  readonly trace?: string;
  readonly origin: Origin;
  /** Whether each recipient gets a verdict (RFC 2033 §4.2); else one stands for all, and either all get the message or nobody. */
  readonly verdicts: 'each' | 'one';
}
