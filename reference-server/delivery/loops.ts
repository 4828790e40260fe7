/** Finding mail that goes round in circles (RFC 5321 §6.3). */

import { headerText } from './header-text';

/** How many Received fields the header has. */
export function receivedFields(content: Buffer): number {
  return headerText(content).match(/(?:^|\r\n)received:/gi)?.length ?? 0;
}
