/** How mistakes of IMAP are written down: the usual ways in which they are made. */

import type { Call, Done } from '../../reference-server/imap/command';
import type { Ordered } from '../../reference-server/imap/order/ordered';
import { Refusal, type Why } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import type { Defect } from '../defect';

export type ImapDefect = Defect<ImapSeams>;

export const COMMON = 'common mistake';

export function defect(name: string, mistake: string, reference: string, seams: ImapSeams): ImapDefect {
  return { name: `imap-${name}`, mistake, reference, seams };
}

/** Does otherwise what a login does with its account's mailboxes. */
export function account(replacement: NonNullable<NonNullable<ImapSeams['parts']>['account']>): ImapSeams {
  return { parts: { account: replacement } };
}

/** Does otherwise what a session does with the mailbox that it has selected. */
export function selected(replacement: NonNullable<NonNullable<ImapSeams['parts']>['selected']>): ImapSeams {
  return { parts: { selected: replacement } };
}

/** Reads messages otherwise. */
export function parsing(replacement: NonNullable<NonNullable<ImapSeams['parts']>['parser']>): ImapSeams {
  return { parts: { parser: replacement } };
}

/** Stands around these commands. */
export function around(commands: readonly string[] | 'all', run: NonNullable<ImapSeams['around']>): ImapSeams {
  const stands = (name: string) => commands === 'all' || commands.includes(name);
  return { around: (session, call, next) => (stands(call.name) ? run(session, call, next) : next()) };
}

/** Loses what came together with the command. */
export function losingTheRest(commands: readonly string[] | 'all'): ImapSeams {
  return around(commands, async (session, _call, next) => {
    const done = await next();
    if (session.connection.buffered > 0) await session.connection.readSome(session.connection.buffered);
    return done;
  });
}

/** What follows the result is done before it is sent. */
export function hasty(commands: readonly string[]): ImapSeams {
  return around(commands, async (_session, _call, next) => {
    const done = await next();
    await done?.after?.();
    return done && { text: done.text };
  });
}

/** What follows the result is left out. */
export function unfinished(commands: readonly string[]): ImapSeams {
  return around(commands, async (_session, _call, next) => {
    const done = await next();
    return done && { text: done.text };
  });
}

/** Does something more when the command has succeeded. */
export function after(commands: readonly string[], act: (session: Session, call: Call) => void): ImapSeams {
  return around(commands, async (session, call, next) => {
    const before = { ...call, args: call.args.clone() };
    const done = await next();
    act(session, before);
    return done;
  });
}

/** What a refusal may be known by: why it came, or its response code (RFC 5530). */
type Mark = Why | Uppercase<string>;

/** Answers OK to what is refused so. */
export function forgiving(
  commands: readonly string[] | 'all',
  marks: readonly Mark[],
  act: (session: Session, call: Call) => void = () => {},
): ImapSeams {
  return refusing(commands, marks, (session, call) => {
    act(session, call);
    return { text: `${call.name} completed` };
  });
}

/** Does something else with what is refused so: gives an answer, or another refusal. */
export function refusing(
  commands: readonly string[] | 'all',
  marks: readonly Mark[],
  instead: (session: Session, call: Call, refusal: Refusal) => Done | Refusal,
): ImapSeams {
  return {
    async around(session, call, next) {
      const before = { ...call, args: call.args.clone() };
      try {
        return await next();
      } catch (error) {
        if (!(error instanceof Refusal) || (commands !== 'all' && !commands.includes(call.name))) throw error;
        const code = error.code?.split(' ')[0];
        if (!marks.some((mark) => mark === error.why || mark === code)) throw error;
        const other = instead(session, before, error);
        if (other instanceof Refusal) throw other;
        return other;
      }
    },
  };
}

/** Edits what stands after the name of a command before it is read, but for literals. */
export function retyping(
  commands: readonly string[] | 'all',
  edit: (text: string, session: Session) => string,
): ImapSeams {
  return around(commands, (session, { raw, args }, next) => {
    const [first, ...others] = raw.segments;
    const name = first!.slice(0, first!.length - args.rest.length);
    raw.segments.splice(
      0,
      raw.segments.length,
      name + edit(args.rest, session),
      ...others.map((one) => edit(one, session)),
    );
    return next();
  });
}

/** What a client said after the name of a command, but for literals. */
export function said({ raw }: Call): string {
  return raw.segments.join('').replace(/^\S+ (?:UID )?\S+/i, '');
}

/** Keeps back what these commands tell. */
export function withoutUntagged(commands: readonly string[], what: RegExp): ImapSeams {
  return {
    out: (response, _session, command) =>
      command && commands.includes(command.name) && what.test(response) ? undefined : response,
  };
}

/** The message with something else in its head. */
export function withHead(message: Ordered, head: Partial<Ordered['head']>): Ordered {
  return { ...message, head: { ...message.head, ...head } };
}
