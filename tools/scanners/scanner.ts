import type { Other } from '../others';

/** A port of the bundled server, and how TLS begins there. */
export interface Door {
  host: string;
  port: number;
  /** The protocol that has STARTTLS or STLS there; absent where TLS begins with the first octet. */
  upgrade?: 'smtp' | 'pop3' | 'imap';
  /** The file with the PEM of the authority to trust. */
  ca: string;
  /** A folder of its own. */
  folder: string;
}

/** A program that looks at the TLS of a server. */
export interface Scanner extends Required<Other> {
  /** What it finds wrong, a line each. */
  look(door: Door): Promise<string[]>;
}
