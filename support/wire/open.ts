import { connect } from 'node:net';
import { TargetError } from '../outcome';
import { withAdvice } from '../trust';
import { Connection } from './connection';
import type { ConnectionLimits } from './inbound';
import { WireMismatch } from './mismatch';
import type { TlsOptions } from './tls-options';
import { Transcript } from './transcript';

export interface OpenOptions {
  host: string;
  port: number;
  /** Milliseconds for the connection and, where it is asked for, the handshake. */
  timeout: number;
  /** TLS from the first octet, with these options. */
  implicitTls?: TlsOptions;
  /** The address to come from. */
  localAddress?: string;
  /** The connection's number in dialogue and transcript, from 1. */
  number?: number;
  transcript?: Transcript;
  /** What is spoken on it: the transcript keeps it whole, for the witness. */
  protocol?: string;
  limits?: ConnectionLimits;
}

const CODES: Record<string, string> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  ETIMEDOUT: 'connection-timeout',
  EHOSTUNREACH: 'host-unreachable',
  ENETUNREACH: 'host-unreachable',
  EADDRNOTAVAIL: 'no-such-source',
};

/**
 * Opens a connection.
 * @throws TargetError `connection-refused`, `connection-timeout`, `host-not-found`, `host-unreachable`, `connection-failed`, `no-such-source`,
 * `tls-handshake-failed`: the target is out of reach, which says nothing about its conformance.
 */
export async function openConnection(options: OpenOptions): Promise<Connection> {
  const {
    host,
    port,
    timeout,
    implicitTls,
    localAddress,
    number = 1,
    transcript = new Transcript(),
    protocol,
  } = options;
  if (protocol !== undefined) transcript.keepWhole(number, protocol);
  const socket = connect({ host, port, noDelay: true, allowHalfOpen: true, ...(localAddress ? { localAddress } : {}) });
  await new Promise<void>((resolve, reject) => {
    const fail = (code: string, why: string) => {
      clearTimeout(timer);
      socket.destroy();
      reject(new TargetError(code, `cannot connect to ${host}:${port}: ${why}`));
    };
    const timer = setTimeout(() => fail('connection-timeout', `no answer within ${timeout} ms`), timeout);
    const onError = (error: NodeJS.ErrnoException) => {
      // Where a name has several addresses, Node gives one error for all of them.
      const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
      const code = CODES[first.code ?? ''] ?? 'connection-failed';
      const why =
        code === 'no-such-source' && localAddress
          ? `${localAddress} is no address of this machine (clients of the target file); add it, as by: ip address add ${localAddress}/32 dev lo`
          : first.message || String(first.code);
      fail(code, why);
    };
    socket.once('error', onError).once('connect', () => {
      clearTimeout(timer);
      socket.removeListener('error', onError);
      resolve();
    });
  });
  transcript.note(number, `connected to ${host}:${port}`);
  const connection = new Connection(socket, number, transcript, options.limits);
  if (implicitTls !== undefined) {
    try {
      await connection.startTls(implicitTls, timeout);
    } catch (error) {
      connection.destroy();
      if (!(error instanceof WireMismatch)) throw error;
      throw new TargetError('tls-handshake-failed', `${host}:${port}: ${withAdvice(error.reason)}`);
    }
  }
  return connection;
}
