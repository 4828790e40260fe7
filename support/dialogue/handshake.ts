import type { Side, Wishes } from './dialogue';
import { DialogueError } from './errors';

const STARTTLS = /^\$\{starttls(?: (.+))?\}$/;
const VERSIONS = { 'TLS 1.0': 'TLSv1', 'TLS 1.1': 'TLSv1.1', 'TLS 1.2': 'TLSv1.2', 'TLS 1.3': 'TLSv1.3' } as const;

/**
 * Parses `${starttls}` and `${starttls TLS 1.2, ALPN imap, SNI mail.example}`: what the client asks for in the handshake.
 * @returns undefined for any other line. @throws DialogueError
 */
export function parseHandshake(text: string, side: Side): Wishes | undefined {
  const match = STARTTLS.exec(text);
  if (match === null) return undefined;
  if (match[1] === undefined) return {};
  if (side === 'server') throw new DialogueError('a host takes what its client asks for: write ${starttls}');
  const options: Wishes = {};
  for (const wish of match[1].split(/, */)) {
    const [what, value] = wish.split(' ');
    if (Object.hasOwn(VERSIONS, wish)) options.version = VERSIONS[wish as keyof typeof VERSIONS];
    else if (what === 'ALPN' && value) options.alpn = value.split('/');
    else if (what === 'SNI' && value) options.asksFor = value;
    else if (wish === 'no SNI') options.asksFor = '';
    else if (what === 'curve' && value) options.curve = value;
    else if (wish === 'SHA-1') options.sha1 = true;
    else if (wish === 'resuming') options.resuming = true;
    else
      throw new DialogueError(
        `“${wish}” is no wish of a handshake; write TLS 1.2, ALPN imap, SNI a.example, no SNI, curve P-256, SHA-1 or resuming`,
      );
  }
  return options;
}
