/** Where somebody may step in: parts of which policies are made. */

import type { Names } from '../dns/names';
import type { Replacements } from '../seams';
import type { Blocklists } from './blocklists';
import type { ContentCheck } from './content';
import type { Dkim } from './dkim/dkim';
import type { DkimSigner } from './dkim/signer';
import type { Dmarc } from './dmarc/dmarc';
import type { Greylist } from './greylist';
import type { Rate } from './rate';
import type { Results } from './results/results';
import type { SenderCheck } from './sender';
import type { Spf } from './spf/spf';

export interface UnwantedParts {
  /** What the domain name system says. */
  readonly names: Names;
  readonly spf: Spf;
  readonly sender: SenderCheck;
  readonly dkim: Dkim;
  readonly signer: DkimSigner;
  readonly dmarc: Dmarc;
  readonly content: ContentCheck;
  readonly results: Results;
  readonly greylist: Greylist;
  readonly blocklists: Blocklists;
  readonly rate: Rate;
}

export interface UnwantedSeams {
  parts?: Replacements<UnwantedParts>;
}
