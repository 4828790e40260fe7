/** What several mistakes are made with. */

import type { Delivery } from '../../reference-server/delivery/delivery';
import type { Mail } from '../../reference-server/delivery/mail';
import { type Reply, reply } from '../../reference-server/delivery/reply';
import type { CommandLine } from '../../reference-server/smtp/line';
import type { SmtpSeams } from '../../reference-server/smtp/seams';
import type { Session } from '../../reference-server/smtp/session';
import type { Defect } from '../defect';

export type SmtpDefect = Defect<SmtpSeams>;

type Answer = Reply | undefined;
type Handle = (session: Session, command: CommandLine, next: () => Promise<Answer>) => Promise<Answer> | Answer;

export const defect = (name: string, mistake: string, reference: string, seams: SmtpSeams): SmtpDefect => ({
  name: `smtp-${name}`,
  mistake,
  reference,
  seams,
});

/** Nobody in particular: it is made again and again. */
export const COMMON = 'common mistake';

/** Stands around these commands only. */
export function on(verbs: string, handle: Handle): SmtpSeams {
  const wanted = new Set(verbs.split(' '));
  return {
    around: async (session, command, next) => (wanted.has(command.verb) ? handle(session, command, next) : next()),
  };
}

/** Does something more when these commands are done. */
export function after(verbs: string, act: (session: Session) => void): SmtpSeams {
  return on(verbs, async (session, _, next) => {
    const answer = await next();
    act(session);
    return answer;
  });
}

/** The transaction goes on after these commands. */
export const keepingTransaction = (verbs: string): SmtpSeams =>
  on(verbs, async (session, _, next) => {
    const { transaction } = session;
    const answer = await next();
    session.transaction = transaction;
    return answer;
  });

/** Refuses these commands when the argument fits. */
export function refusing(verbs: string, pattern: RegExp, why: Reply): SmtpSeams {
  return on(verbs, (_, { argument }, next) => (pattern.test(argument) ? why : next()));
}

/** Rewrites the argument of these commands before they are looked at. */
export function rewriting(verbs: string, pattern: RegExp, replacement: string): SmtpSeams {
  return on(verbs, (_, command, next) => {
    command.argument = command.argument.replace(pattern, replacement);
    return next();
  });
}

/** Changes the replies to these commands, or keeps them back. */
export function answering(verbs: string, change: (answer: Reply, session: Session) => Answer): SmtpSeams {
  const wanted = new Set(verbs.split(' '));
  return {
    out: (answer, session, command) => (command && wanted.has(command.verb) ? change(answer, session) : answer),
  };
}

/** Announces other extensions, in the answer to EHLO or LHLO. */
export function announcing(change: (lines: string[], secure: boolean) => string[]): SmtpSeams {
  return answering('EHLO LHLO', (answer, { connection }) =>
    answer.code === 250 ? { ...answer, lines: change([...answer.lines], connection.secure) } : answer,
  );
}

/** Delivers otherwise: gives new methods, which may call on the right ones. */
export function delivering(methods: (right: Delivery) => Partial<Delivery>): SmtpSeams {
  return { parts: { delivery: methods } };
}

/** Stores another content than was sent; trace fields are added to it. */
export function altering(edit: (content: Buffer, mail: Mail) => Buffer): SmtpSeams {
  return delivering((right) => ({
    compose: (mail) => right.compose({ ...mail, content: edit(mail.content, mail) }),
  }));
}

/** The same, the content as text. */
export function altered(edit: (text: string, mail: Mail) => string): SmtpSeams {
  return altering((content, mail) => edited(content, (text) => edit(text, mail)));
}

/** Does not see this in the content. */
export function overlooking(...what: Array<keyof Mail['found']>): SmtpSeams {
  return delivering((right) => ({
    judge: (mail) =>
      right.judge({ ...mail, found: { ...mail.found, ...Object.fromEntries(what.map((flaw) => [flaw, false])) } }),
  }));
}

/** Answers 554 to a message whose content fits; whether it is stored is another question. */
export function refusingContent(
  why: string,
  fits: (content: Buffer) => boolean,
  fate: 'stored' | 'dropped',
): SmtpSeams {
  return delivering((right) => ({
    async accept(mail) {
      if (!fits(mail.content)) return right.accept(mail);
      if (fate === 'stored') await right.accept(mail);
      return [reply(554, '5.6.0', why)];
    },
  }));
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
