import type { ProtocolName } from '../dialogue/dialogue';
import { parseDialogue } from '../dialogue/parse';
import { type PlayContext, type PlayResult, playDialogue } from '../dialogue/play';
import { Scope } from '../dialogue/scope';
import type { Session } from '../dialogue/session';
import { startFakeServer, type Turn } from './fake-server';
import { openSession } from './open-session';

export interface Played extends PlayResult {
  /** What the client sent. */
  sent: string;
}

/** For tests: plays a dialogue against a server that says its turns, one more for each line of the client. */
export async function play(
  protocol: ProtocolName,
  turns: Turn[],
  dialogue: string,
  options: Partial<Omit<PlayContext, 'sessions'>> & { reply?: number; split?: number; mostUntagged?: number } = {},
): Promise<Played> {
  const { scope = new Scope(), reply = 2000, split, mostUntagged, commons, hostile } = options;
  const server = await startFakeServer({ turns, split });
  const sessions: Session[] = [];
  const openNumbered = async (number: number) => {
    const session = await openSession({ protocol, host: '127.0.0.1', port: server.port, reply, number, mostUntagged });
    sessions[number] = session;
    return session;
  };
  try {
    const result = await playDialogue(parseDialogue(dialogue, protocol), {
      sessions: { openSession: openNumbered },
      scope,
      commons,
      hostile,
    });
    return { ...result, sent: server.received().toString('latin1') };
  } finally {
    for (const session of sessions) session?.connection.destroy();
    await server.close();
  }
}
