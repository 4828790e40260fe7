/** What a named mistake is: see README.md. */

import type { ProtocolSeams } from '../reference-server/protocol-seams';

export interface Defect<Seams = unknown> {
  /** `<protocol>-<what-goes-wrong>`; its proof, beside its list, says which scenarios it turns red. */
  readonly name: string;
  /** In one sentence. */
  readonly mistake: string;
  /** Where it was really made: a CVE, a bug's address, or `common mistake`. */
  readonly reference: string;
  /** How it is made here: where it steps in. */
  readonly seams: Seams;
  /** What else is wrong elsewhere, where the mistake takes two: what one part lets in another lets out. */
  readonly also?: ProtocolSeams;
}
