/** What several mistakes are made with. */

import type { Answer } from '../../reference-server/pop3/answer';
import type { CommandLine, Pop3Hook } from '../../reference-server/pop3/hooks';
import type { Session } from '../../reference-server/pop3/session';
import type { Defect } from '../defect';

export type Pop3Defect = Defect<Pop3Hook>;

export const COMMON = 'common mistake';

export const defect = (name: string, mistake: string, reference: string, hook: Pop3Hook): Pop3Defect => ({
  name: `pop3-${name}`,
  mistake,
  reference,
  hook,
});

type Handle = (
  session: Session,
  command: CommandLine,
  next: () => Promise<Answer | undefined>,
) => Promise<Answer | undefined> | Answer | undefined;

/** Stands around these commands only. */
export function on(verbs: string, handle: Handle): Pop3Hook {
  const wanted = new Set(verbs.split(' '));
  return {
    command: async (session, command, next) => (wanted.has(command.verb) ? handle(session, command, next) : next()),
  };
}

/** Changes the answers to these commands. */
export function answering(verbs: string, change: (answer: Answer, session: Session) => Answer): Pop3Hook {
  return on(verbs, async (session, _, next) => {
    const answer = await next();
    return answer && change(answer, session);
  });
}

/** Octets as text, for patterns, and back. */
export const latin1 = (octets: Buffer): string => octets.toString('latin1');
export const binary = (text: string): Buffer => Buffer.from(text, 'latin1');
