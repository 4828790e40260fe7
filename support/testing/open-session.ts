/** For tests: a session without a stage. */
import type { ProtocolName } from '../dialogue/dialogue';
import { Session, type SessionOptions } from '../dialogue/session';
import { type OpenOptions, openConnection } from '../wire/open';

export interface OpenSessionOptions extends Omit<OpenOptions, 'timeout'>, SessionOptions {
  protocol: ProtocolName;
}

/** Opens a connection, whose greeting is not read yet. @throws TargetError where the target is out of reach. */
export async function openSession(options: OpenSessionOptions): Promise<Session> {
  const { protocol, reply, tls, frameLimits, mostUntagged, ...open } = options;
  return new Session(await openConnection({ ...open, timeout: reply }), protocol, {
    reply,
    tls,
    frameLimits,
    mostUntagged,
  });
}
