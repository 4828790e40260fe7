/** Submitting (RFC 6409) with somebody else's program: what one is asked to do. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../client';

/** RFC 8314 §3.3: TLS is begun by STARTTLS on the port `submission`, or at once on `submissions`. */
export type Way = 'STARTTLS' | 'implicit TLS';

export interface Submission {
  way: Way;
  /** The SASL mechanism to log in with. */
  mechanism: string;
  /** The password; for OAUTHBEARER and XOAUTH2 the token. */
  secret: string;
  /** To whom: the envelope, whatever the message says. */
  to: string;
}

export interface Submitter {
  /** As its users call it. */
  name: string;
  /** As a client has it. */
  programs?: readonly string[];
  /** Of those that the bundled server offers, the ones that its user can choose. */
  mechanisms: readonly string[];
  /** Sends the setting's message as it is, from the setting's sender. Throws with what the program says when it was not taken. */
  submit(setting: Setting, submission: Submission): Promise<void>;
}

/** The mechanisms that take a token instead of a password (RFC 7628, and Google's before it). */
export function takesToken(mechanism: string): boolean {
  return mechanism === 'OAUTHBEARER' || mechanism === 'XOAUTH2';
}

export function portOf({ server }: Setting, way: Way): number {
  return server.ports[way === 'STARTTLS' ? 'submission' : 'submissions']!;
}

/** A Maildir that holds the message, for programs that send on what they have received. */
export function maildirOf({ folder, file }: Setting): string {
  const maildir = join(folder, 'received');
  for (const sub of ['tmp', 'new', 'cur']) mkdirSync(join(maildir, sub), { recursive: true });
  copyFileSync(file.lf, join(maildir, 'cur/1.local:2,S'));
  return maildir;
}
