/** A command that is not carried out, thrown from wherever that is found; the session answers it with its tag. */
export class Refusal extends Error {
  constructor(
    readonly status: 'NO' | 'BAD',
    text: string,
    /** Response code without brackets (RFC 9051 §7.1, RFC 5530). */
    readonly code?: string,
  ) {
    super(text);
    this.name = 'Refusal';
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
