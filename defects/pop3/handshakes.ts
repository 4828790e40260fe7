/** Mistakes with the handshake of TLS (RFC 8996, RFC 9325). */

import { handshakes as mistakes } from '../tools/handshakes';
import { defect, type Pop3Defect } from './tools';

export const handshakes: readonly Pop3Defect[] = mistakes.map(({ name, mistake, reference, seams }) =>
  defect(name, mistake, reference, seams),
);
