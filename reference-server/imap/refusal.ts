/** Why, where no response code says so: for those who stand around commands. */
export type Why =
  /** Something else was expected at this place. */
  | 'syntax'
  | 'unknown-command'
  /** The command is for before the login, or for after it. */
  | 'before-login'
  | 'needs-login'
  /** It is for a session that has selected a mailbox. */
  | 'needs-mailbox'
  /** An option of LIST that there is not. */
  | 'option'
  /** No message has this number. */
  | 'number'
  /** An empty message. */
  | 'empty'
  /** An initial response to a mechanism in which the server speaks first. */
  | 'initial-response'
  | 'cancelled';

/** A command that is not carried out, thrown from wherever that is found; the session answers it with its tag. */
export class Refusal extends Error {
  why: Why | undefined;

  constructor(
    readonly status: 'NO' | 'BAD',
    text: string,
    /** Response code without brackets (RFC 9051 §7.1, RFC 5530). */
    readonly code?: string,
  ) {
    super(text);
    this.name = 'Refusal';
  }

  because(why: Why): this {
    this.why = why;
    return this;
  }
}

/** The command is not understood (RFC 9051 §7.1.3). */
export function bad(text: string, code?: string): Refusal {
  return new Refusal('BAD', text, code);
}

/** The command is understood, and cannot be done (RFC 9051 §7.1.2). */
export function no(text: string, code?: string): Refusal {
  return new Refusal('NO', text, code);
}
