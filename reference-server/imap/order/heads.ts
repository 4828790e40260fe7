import type { Parser } from '../../mime/parser';
import { headerFields } from '../../mime/text';
import type { BlobId, Store } from '../../store/types';
import { Cache } from '../cache';
import { selectFields } from '../fetch/header-fields';
import type { Structures } from '../fetch/structures';

/** What messages are put in order by (RFC 5256). Texts are folded, and binary strings of UTF-8: so they compare as octets do. */
export interface Head {
  /** What the subject is about. */
  readonly subject: string;
  /** An answer, or passed on, by its subject. */
  readonly reply: boolean;
  /** addr-mailbox of the first address; empty where there is none. */
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  /** Milliseconds since 1970; undefined where the message does not say when it was sent. */
  readonly sent: number | undefined;
  readonly id: string | undefined;
  /** Whom it answers last: from the first message of the conversation on. */
  readonly references: readonly string[];
}

/** Messages whose heads stay in memory. */
const HEADS = 50_000;

/** The heads of messages, read once while memory allows. */
export class MessageHeads {
  private readonly heads = new Cache<BlobId, Head>(HEADS, () => 1);

  constructor(
    private readonly store: Store,
    private readonly structures: Structures,
    private readonly parser: Parser,
  ) {
    store.changes.watchContents((blob) => this.heads.drop(blob));
  }

  head(blob: BlobId): Head {
    return this.heads.get(blob) ?? this.heads.set(blob, this.read(blob));
  }

  private read(blob: BlobId): Head {
    const { parser } = this;
    const { subject, date, messageId, inReplyTo, from, to, cc } = this.structures.envelope(blob);
    const base = parser.baseSubject(parser.decodeWords(subject ?? ''));
    const first = (addresses: typeof from) => this.folded(textOf(addresses?.[0]?.mailbox ?? ''));
    return {
      subject: this.folded(base.text),
      reply: base.reply,
      from: first(from),
      to: first(to),
      cc: first(cc),
      sent: date === null ? undefined : parser.sentTime(date),
      id: parser.messageIds(messageId ?? '')[0],
      references: this.references(blob, inReplyTo),
    };
  }

  /** RFC 5256 §3: those of References, or else the first of In-Reply-To. */
  private references(blob: BlobId, inReplyTo: string | null): string[] {
    const fields = headerFields(selectFields(this.store.messages.header(blob), ['references'], false));
    const references = fields.flatMap(({ value }) => this.parser.messageIds(value));
    return references.length > 0 ? references : this.parser.messageIds(inReplyTo ?? '').slice(0, 1);
  }

  private folded(text: string): string {
    return Buffer.from(this.parser.fold(text), 'utf8').toString('latin1');
  }
}

function textOf(binary: string): string {
  return Buffer.from(binary, 'latin1').toString('utf8');
}
