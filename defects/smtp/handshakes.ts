/** Mistakes with the handshake of TLS (RFC 8996, RFC 9325). */

import { type HandshakeMistake, handshakes as mistakes } from '../tools/handshakes';
import { defect, type SmtpDefect } from './tools';

/** SMTP has no registered name that a client would give. */
const applies = ({ name }: HandshakeMistake) => name !== 'alpn-unknown';

export const handshakes: readonly SmtpDefect[] = mistakes
  .filter(applies)
  .map(({ name, mistake, reference, seams }) => defect(name, mistake, reference, seams));
