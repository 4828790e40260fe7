/** What a named mistake is. The lists stand in smtp.ts, pop3.ts and imap/defects.ts; handlers know nothing of them. */

export interface Defect<Hook = unknown> {
  /** `<protocol>-<what-goes-wrong>`; its proof, beside its list, says which scenarios it turns red. */
  readonly name: string;
  /** In one sentence. */
  readonly mistake: string;
  /** Where it was really made: a CVE, a bug's address, or `common mistake`. */
  readonly reference: string;
  /** How it is made here: what the protocol lets a mistake change. */
  readonly hook: Hook;
}
