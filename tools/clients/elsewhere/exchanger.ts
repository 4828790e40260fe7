/** Mail exchangers of other domains: who takes what the bundled server hands on. */

export interface Place {
  host: string;
  port: number;
  /** The domain whose mail it takes. */
  domain: string;
  /** Who has a mailbox there: others are refused, except by smtp-sink. */
  recipient: string;
  /** A folder of the client's own. */
  folder: string;
}

export interface Exchanger {
  name: string;
  programs?: readonly string[];
  /** Whether it offers STARTTLS: what comes then comes under TLS. */
  tls: boolean;
  open(place: Place): Promise<Inbox>;
}

export interface Inbox {
  /** What has come for the recipient, with CRLF, without what the exchanger itself put on top. */
  received(): Received[];
  close(): Promise<void>;
}

export interface Received {
  message: Buffer;
  /** Whether it is known to have come under TLS. */
  secure: boolean;
}
