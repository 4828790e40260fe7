/** How mistakes of IMAP are written down: the usual ways in which a hook makes one. */

import type { Choices } from '../../reference-server/imap/choices';
import type { Call, Done } from '../../reference-server/imap/command';
import type { ImapHook } from '../../reference-server/imap/hooks';
import { Refusal } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import type { Defect } from '../defect';

export type ImapDefect = Defect<ImapHook>;

export const COMMON = 'common mistake';

export function defect(name: string, mistake: string, reference: string, hook: ImapHook): ImapDefect {
  return { name: `imap-${name}`, mistake, reference, hook };
}

/** Decides something otherwise. */
export function choosing(choices: Partial<Choices>): ImapHook {
  return { choices };
}

/** Stands around these commands. */
export function around(commands: readonly string[], run: NonNullable<ImapHook['around']>): ImapHook {
  return { around: (session, call, next) => (commands.includes(call.name) ? run(session, call, next) : next()) };
}

/** Does something more when the command has succeeded. */
export function after(commands: readonly string[], act: (session: Session, call: Call) => void): ImapHook {
  return around(commands, async (session, call, next) => {
    const before = { ...call, args: call.args.clone() };
    const done = await next();
    act(session, before);
    return done;
  });
}

/** Answers OK to what is refused, when the text or the code of the refusal fits. */
export function forgiving(
  commands: readonly string[] | 'all',
  fits: RegExp,
  act: (session: Session, call: Call) => void = () => {},
): ImapHook {
  return refusing(commands, fits, (session, call) => {
    act(session, call);
    return { text: `${call.name} completed` };
  });
}

/** Does something else with a refusal that fits: gives an answer, or another refusal. */
export function refusing(
  commands: readonly string[] | 'all',
  fits: RegExp,
  instead: (session: Session, call: Call, refusal: Refusal) => Done | Refusal,
): ImapHook {
  return {
    async around(session, call, next) {
      const before = { ...call, args: call.args.clone() };
      try {
        return await next();
      } catch (error) {
        if (!(error instanceof Refusal) || (commands !== 'all' && !commands.includes(call.name))) throw error;
        if (!fits.test(`${error.status} ${error.code ?? ''} ${error.message}`)) throw error;
        const other = instead(session, before, error);
        if (other instanceof Refusal) throw other;
        return other;
      }
    },
  };
}

/** Rewrites what is sent. */
export function replacing(what: RegExp, by: string): ImapHook {
  return { out: (response) => response.replace(what, by) };
}

/** Keeps responses back. */
export function withholding(what: RegExp): ImapHook {
  return { out: (response) => (what.test(response) ? undefined : response) };
}

/** The binary text of octets, edited. */
export function edited(octets: Buffer, edit: (text: string) => string): Buffer {
  return Buffer.from(edit(octets.toString('latin1')), 'latin1');
}
