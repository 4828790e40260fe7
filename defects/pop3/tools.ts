/** What several mistakes are made with. */

import { Interrupted } from '../../reference-server/net/interrupted';
import type { Answer } from '../../reference-server/pop3/answer';
import type { CommandLine } from '../../reference-server/pop3/line';
import type { Maildrop } from '../../reference-server/pop3/maildrop';
import type { Pop3Seams } from '../../reference-server/pop3/seams';
import type { Session } from '../../reference-server/pop3/session';
import type { Defect } from '../defect';

export type Pop3Defect = Defect<Pop3Seams>;

export const COMMON = 'common mistake';

export const defect = (name: string, mistake: string, reference: string, seams: Pop3Seams): Pop3Defect => ({
  name: `pop3-${name}`,
  mistake,
  reference,
  seams,
});

type Handle = (
  session: Session,
  command: CommandLine,
  next: () => Promise<Answer | undefined>,
) => Promise<Answer | undefined> | Answer | undefined;

/** Stands around these commands only. */
export function on(verbs: string, handle: Handle): Pop3Seams {
  const wanted = new Set(verbs.split(' '));
  return {
    around: async (session, command, next) => (wanted.has(command.verb) ? handle(session, command, next) : next()),
  };
}

/** Changes the answers to these commands. */
export function answering(verbs: string, change: (answer: Answer, session: Session) => Answer): Pop3Seams {
  return on(verbs, async (session, _, next) => {
    const answer = await next();
    return answer && change(answer, session);
  });
}

/** Changes what CAPA lists. */
export const capabilities = (change: (lines: readonly string[], session: Session) => string[]): Pop3Seams =>
  answering('CAPA', (answer, session) => {
    const { payload } = answer;
    return Array.isArray(payload) ? { ...answer, payload: change(payload, session) } : answer;
  });

/** Replaces methods of the maildrop. */
export const ofMaildrop = (maildrop: (right: Maildrop) => Partial<Maildrop>): Pop3Seams => ({ parts: { maildrop } });

/** Carries a command out as if no message were marked as deleted. */
export async function asIfUnmarked<T>({ maildrop }: Session, next: () => Promise<T>): Promise<T> {
  const marked = maildrop?.entries.filter(({ deleted }) => deleted) ?? [];
  maildrop?.unmark();
  const answer = await next();
  for (const entry of marked) entry.deleted = true;
  return answer;
}

/** Does something when a session is lost that did not say QUIT. */
export const whenLost = (act: (session: Session) => void | Promise<void>): Pop3Seams => ({
  async session(session, next) {
    try {
      await next();
    } catch (error) {
      if (error instanceof Interrupted) await act(session);
      throw error;
    }
  },
});

/** Edits status lines, of these commands or of all. */
export const statusLines = (edit: (line: string) => string, verb?: string): Pop3Seams => ({
  write(octets, { more }, { current }) {
    if (more || (verb !== undefined && current?.verb !== verb)) return octets;
    const [line, payload] = parted(octets);
    return binary(edit(line) + payload);
  },
});

/** Edits what stands behind the status line of these commands or of all, byte-stuffed and with its end. */
export const payloads = (edit: (text: string) => string, verb?: string): Pop3Seams => ({
  write(octets, { payload }, { current }) {
    if (payload === undefined || (verb !== undefined && current?.verb !== verb)) return octets;
    const [line, text] = parted(octets);
    return binary(line + edit(text));
  },
});

function parted(octets: Buffer | string): [line: string, payload: string] {
  const text = octets.toString('latin1');
  const end = text.indexOf('\r\n') + 2;
  return [text.slice(0, end), text.slice(end)];
}

/** Octets as text, for patterns, and back. */
export const latin1 = (octets: Buffer): string => octets.toString('latin1');
export const binary = (text: string): Buffer => Buffer.from(text, 'latin1');
