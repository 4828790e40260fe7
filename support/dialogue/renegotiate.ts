/** A client that asks for another handshake within a session of TLS 1.2 (RFC 5246 §7.4.1.1). */
import type { TLSSocket } from 'node:tls';
import { alertIn } from '../wire/alerts';
import { DialogueError } from './errors';
import type { Session } from './session';

const outcomes = new WeakMap<TLSSocket, string>();

/** What became of it: `done`, or how it was refused; undefined where nobody asked. */
export function renegotiationOf(tls: TLSSocket | undefined): string | undefined {
  return tls && outcomes.get(tls);
}

/** Asks, and waits for what becomes of it: a server may do it, say no, go, or take no notice. */
export async function renegotiate({ connection, options }: Session): Promise<void> {
  const { tls } = connection;
  if (tls === undefined) throw new DialogueError('before ${renegotiate} there is a handshake: ${starttls TLS 1.2}');
  const outcome = await new Promise<string>((resolve) => {
    const silence = setTimeout(() => resolve('silence'), options.reply);
    const settle = (what: string) => {
      clearTimeout(silence);
      resolve(what);
    };
    tls.once('error', (error) => settle(alertIn(error) ?? 'refused')).once('close', () => settle('closed'));
    // What comes first counts: the end of a connection is told to whoever waits for the handshake too.
    const asked = tls.renegotiate({ rejectUnauthorized: false }, (error) => settle(error ? 'refused' : 'done'));
    if (!asked) settle('refused');
  });
  outcomes.set(tls, outcome);
}
