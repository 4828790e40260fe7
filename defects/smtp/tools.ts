/** What several mistakes are made with. */

import { DEFAULT_RULES, type SmtpHook } from '../../reference-server/smtp/hooks';
import { type Reply, reply } from '../../reference-server/smtp/reply';
import type { Session } from '../../reference-server/smtp/session';
import type { Transaction } from '../../reference-server/smtp/transaction';
import type { Defect } from '../defect';

export type SmtpDefect = Defect<SmtpHook>;

type Handle = NonNullable<SmtpHook['command']>;

export const defect = (name: string, mistake: string, reference: string, hook: SmtpHook): SmtpDefect => ({
  name: `smtp-${name}`,
  mistake,
  reference,
  hook,
});

/** Nobody in particular: it is made again and again. */
export const COMMON = 'common mistake';

/** Stands around these commands only. */
export function on(verbs: string, handle: Handle): SmtpHook {
  const wanted = new Set(verbs.split(' '));
  return { command: (session, command, next) => (wanted.has(command.verb) ? handle(session, command, next) : next()) };
}

/** Refuses these commands when the argument fits. */
export function refusing(verbs: string, pattern: RegExp, why: Reply): SmtpHook {
  return on(verbs, (session, { argument }, next) => (pattern.test(argument) ? session.send(why) : next()));
}

/** Rewrites the argument of these commands before they are looked at. */
export function rewriting(verbs: string, pattern: RegExp, replacement: string): SmtpHook {
  return on(verbs, (_, command, next) => {
    command.argument = command.argument.replace(pattern, replacement);
    return next();
  });
}

/** Announces other extensions, in the answer to EHLO or LHLO. */
export function announcing(change: (lines: string[], secure: boolean) => string[]): SmtpHook {
  return {
    reply: (session, answer, verb) =>
      /^[EL]HLO$/.test(verb) && answer.code === 250
        ? { ...answer, lines: change([...answer.lines], session.connection.secure) }
        : answer,
  };
}

/** Answers 554 to a message whose content fits; whether it is stored is another question. */
export function refusingContent(
  why: string,
  fits: (octets: Buffer, transaction: Transaction) => boolean,
  fate: 'stored' | 'dropped',
): SmtpHook {
  const refused = new WeakSet<Session>();
  return {
    rules: {
      content(octets, transaction, session) {
        if (fits(octets, transaction)) refused.add(session);
        return octets;
      },
      deliveredTo: (transaction, octets, session) =>
        fate === 'dropped' && refused.has(session) ? [] : DEFAULT_RULES.deliveredTo(transaction, octets, session),
    },
    reply: (session, answer) => (refused.delete(session) ? reply(554, '5.6.0', why) : answer),
  };
}

export const SYNTAX_ERROR = reply(501, '5.5.2', 'Syntax error');

/** The binary text of octets, for patterns, and back. */
export function edited(octets: Buffer, edit: (text: string) => string): Buffer {
  return Buffer.from(edit(octets.toString('latin1')), 'latin1');
}

/** Header section and body, parted at the first empty line. */
export function parts(octets: Buffer): [header: string, body: string] {
  const text = octets.toString('latin1');
  if (text.startsWith('\r\n')) return ['', text];
  const end = text.indexOf('\r\n\r\n');
  return end < 0 ? [text, ''] : [text.slice(0, end + 2), text.slice(end + 2)];
}

/** Whether the session is in the middle of a transaction. */
export const inTransaction = ({ transaction }: Session): boolean => transaction !== undefined;
