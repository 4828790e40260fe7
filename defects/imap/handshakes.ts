/** Mistakes with the handshake of TLS (RFC 8996, RFC 9325). */

import { handshakes as mistakes } from '../tools/handshakes';
import { defect, type ImapDefect } from './tools';

export const handshakes: readonly ImapDefect[] = mistakes.map(({ name, mistake, reference, seams }) =>
  defect(name, mistake, reference, seams),
);
