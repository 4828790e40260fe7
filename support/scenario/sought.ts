/** What a step's {mail} means: a message of the scenario, or what a server sends by itself when it could not deliver one. */
import { containing, type Sought, sameSubject } from './delivery';
import { headerValue } from './message';
import { namedMessage } from './named-messages';
import { blockOf, readReport } from './report';
import type { Stage } from './stage';

/** The actions (RFC 3464 §2.3.3) that a report of something says. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  failure: ['failed'],
  delay: ['delayed'],
  success: ['delivered', 'relayed', 'expanded'],
};

/** The forms of {mail}. */
export const MAIL = new RegExp(
  `the message (?:"[^"]*"|[\\w-]+)(?:, or alice a bounce that names \\S+)?|a bounce that names \\S+|a report of (?:${Object.keys(ACTIONS).join('|')}) on \\S+`,
);

/** The two of “the message hello, or alice a bounce that names …”, which only hosts can be said to receive. */
export function alternativesIn(mail: string): { message: string; bounce: string } | undefined {
  const [, message, bounce] = /^(the message .*), or alice (a bounce .*)$/s.exec(mail) ?? [];
  return message && bounce ? { message, bounce } : undefined;
}

export function soughtMail(stage: Stage, mail: string): Sought {
  const [, kind, rest = ''] = /^(the message|a bounce that names|a report of) (.*)$/s.exec(mail) ?? [];
  if (kind === 'the message') return soughtMessage(stage, rest);
  if (kind === 'a bounce that names') return bounce(expand(stage, rest));
  const [, about = '', address = ''] = /^(\w+) on (.*)$/.exec(rest) ?? [];
  return report(about, expand(stage, address));
}

/** A message that comes by itself and has this address in it, however it is written; none whose status says that all is not lost. */
export function bounce(address: string): Sought {
  const wanted = address.toLowerCase();
  return {
    name: `a bounce that names ${address}`,
    automatic: true,
    matches: (message, reversePath) =>
      isAutomatic(message, reversePath) &&
      message.toString('latin1').toLowerCase().includes(wanted) &&
      (actionOn(message, address) ?? 'failed') === 'failed',
  };
}

function report(about: string, address: string): Sought {
  return {
    name: `a report of ${about} on ${address}`,
    automatic: true,
    matches: (message) => ACTIONS[about]!.includes(actionOn(message, address) ?? ''),
  };
}

/** What a report says to have become of the address; undefined where the message says nothing in that form. */
function actionOn(message: Buffer, address: string): string | undefined {
  const found = readReport(message);
  return found && blockOf(found, address)?.get('action')?.toLowerCase();
}

/** RFC 5321 §4.5.5: what must not be answered has a null reverse-path; where nobody sees it, the message itself may say so. */
function isAutomatic(message: Buffer, reversePath: string | undefined): boolean {
  if (reversePath === '' || headerValue(message, 'Return-Path')?.trim() === '<>') return true;
  if (/^auto-/i.test(headerValue(message, 'Auto-Submitted')?.trim() ?? '')) return true;
  if (/^multipart\/report\b/i.test(headerValue(message, 'Content-Type') ?? '')) return true;
  // RFC 5321 §6.1 asks for a notification and prescribes no form: OpenSMTPD's has the part in a multipart/mixed, and no Return-Path.
  return /^Content-Type: message\/(?:global-)?delivery-status\b/im.test(message.toString('latin1'));
}

/** A named message, or in quotes a text that stands in the message meant. */
function soughtMessage(stage: Stage, written: string): Sought {
  if (written.startsWith('"')) return containing(stage.scope.expand(written.slice(1, -1)));
  return sameSubject(written, namedMessage(stage, written));
}

function expand(stage: Stage, text: string): string {
  return stage.scope.expand(text).toString();
}
