/** Which mail from others is unwanted, what is said of the rest, and what is signed of one's own. Nothing of it is on unless it is asked for. */

import type { Names } from '../dns/names';
import type { SigningOptions } from './dkim/signer';
import type { GreylistOptions } from './greylist';
import type { RateOptions } from './rate';

export interface PolicyOptions {
  /** Name servers, as `127.0.0.1:5300`; those of the system, when absent. */
  nameServers?: string[];
  /** In place of Node's resolver. */
  names?: Names;
  /** Who may send for a domain (RFC 7208): what its record forbids is refused; with `strict`, a record that is wrong, too. */
  spf?: boolean | 'strict';
  /** With `spf`: its result is written on top of the message in Received-SPF (RFC 7208 §9.1). */
  receivedSpf?: boolean;
  /** Whose signatures a message has (RFC 6376): what is found is told with `results`, and refuses nothing. */
  dkim?: boolean;
  /** Who a message is from (RFC 7489), by SPF and DKIM: what its author's domain asks to refuse is refused. */
  dmarc?: boolean;
  /** What was found is written on top of the message, in Authentication-Results (RFC 8601); others' fields in this server's name go. */
  results?: boolean;
  /** Who is new is put off once (RFC 6647). */
  greylisting?: GreylistOptions;
  /** Zones of the DNS that list addresses: whose is listed is refused (RFC 5782). */
  blocklists?: string[];
  /** How many messages one address may hand in. */
  rate?: RateOptions;
  /** What users hand in for other servers is signed, and what this server itself writes to them (RFC 6376 §5). */
  signing?: SigningOptions;
}
