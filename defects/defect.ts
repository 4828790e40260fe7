/** What a named mistake is: see README.md. */

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
