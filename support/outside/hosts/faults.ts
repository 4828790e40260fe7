/**
 * What a client must not do, as a host sees it. It is noted and nothing more: the host goes on as if all were well, and a scenario about that
 * requirement asks for what was noted.
 */
import { BASE64 } from '../../base64';
import { excerpt } from '../../wire/escape';
import { withoutLineEnd } from './client-frames';
import { forbids, type Offers } from './extensions';
import type { ClientFault } from './record';

/** RFC 5321 §4.5.3.1.6: with its CRLF, and without the dot that transparency adds. */
const LONGEST_TEXT_LINE = 1000;
/** Two labels at least, of letters, digits and hyphens (RFC 5321 §2.3.5). */
const WHOLE_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/i;
/** RFC 4954 §8: `<>`, or a mailbox in xtext, of which no more is asked than local part and domain. */
const SUBMITTER = /^(?:<>|(?!<)(?:[!-*,-<>-~]|\+[0-9A-F]{2})+@(?:[!-*,-<>-~]|\+[0-9A-F]{2})+)$/;
/** RFC 2920 §3.1: only these may have others behind them in a group, and the end of a message's content. */
const MAY_BE_FOLLOWED: readonly string[] = ['RSET', 'MAIL', 'RCPT', 'message'];

export function fault(requirement: string, what: string, line: Buffer | string = ''): ClientFault {
  return { requirement, what, line: excerpt(withoutLineEnd(Buffer.from(line as string)), 120) };
}

/** @param line with its end */
export function lineFaults(line: Buffer): ClientFault[] {
  const text = line.toString('latin1');
  const found: ClientFault[] = [];
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) found.push(fault('R5321-2.3.8-3', 'CR and LF do not stand together', line));
  return found;
}

/** RFC 5321 §2.3.5: a primary host name, or an address literal with nothing behind it (§4.1.1.1). */
export function helloFaults(line: Buffer, argument: string): ClientFault[] {
  if (/^\[[^\]]*\]$/.test(argument)) return [];
  if (argument.startsWith('[')) return [fault('R5321-4.1.1.1-2', 'something stands behind the address literal', line)];
  if (WHOLE_DOMAIN.test(argument)) return [];
  return [fault('R5321-2.3.5-3', 'its name is neither a whole domain in ASCII nor an address literal', line)];
}

/** @param word of the command: `FROM` of MAIL, `TO` of RCPT */
export function routeFaults(line: Buffer, word: 'FROM' | 'TO', path: string): ClientFault[] {
  if (!path.startsWith('@')) return [];
  return [fault(word === 'FROM' ? 'R5321-3.3-3' : 'R5321-3.6.1-1', 'a source route was given', line)];
}

/** @param version of TLS, as Node names it */
export function versionFaults(version: string): ClientFault[] {
  const requirement = { TLSv1: 'R8996-4-2', 'TLSv1.1': 'R8996-5-2' }[version];
  return requirement === undefined ? [] : [fault(requirement, `${version} was agreed on`)];
}

/** @param asked the server that the client said it means */
export function nameFaults(asked: string | undefined, name: string): ClientFault[] {
  if (asked?.toLowerCase() === name.toLowerCase()) return [];
  return [fault('R8461-7.1-3', `it asked for ${asked ?? 'no server by its name'}`)];
}

/** A command line of the envelope, outside SMTPUTF8 (RFC 6531 §3.3). */
export function envelopeFaults(
  line: Buffer,
  parameters: readonly string[],
  offers: Offers,
  utf8: boolean,
): ClientFault[] {
  const found = parameters.flatMap((parameter) => {
    const requirement = forbids(parameter, offers);
    if (requirement === undefined) return [];
    return [fault(requirement, `${parameter} was given, and no extension that was offered has it`, line)];
  });
  const original = parameters.find((parameter) => /^ORCPT=utf-8;.*[\x80-\xff]/i.test(parameter));
  if (original !== undefined && !offers.has('SMTPUTF8'))
    found.push(fault('R6533-3-3', 'an address of type utf-8 beyond ASCII, and SMTPUTF8 was not offered', line));
  const submitter = parameters
    .map((parameter) => /^AUTH=(.*)$/i.exec(parameter)?.[1])
    .find((each) => each !== undefined);
  if (submitter !== undefined && !SUBMITTER.test(submitter))
    found.push(fault('R4954-8-2', 'AUTH= holds neither an address in xtext nor <>', line));
  const pattern = utf8 ? /[\0-\x1f\x7f]/ : /[^\x20-\x7e]/;
  if (pattern.test(withoutLineEnd(line).toString('latin1')))
    found.push(fault('R5321-4.1.2-7', 'octets outside ASCII, or control characters, in MAIL or RCPT', line));
  return found;
}

/** @param content as it came, dots doubled */
export function contentFaults(content: Buffer, parameters: readonly string[], offers: Offers): ClientFault[] {
  const text = content.toString('latin1');
  const found: ClientFault[] = [];
  const broken = /(?<!\r)\n|\r(?!\n)/.exec(text);
  if (broken)
    found.push(fault('R5321-2.3.8-3', 'CR and LF do not stand together in the content', around(text, broken)));
  // A dot behind CRLF has another one before it, so this one stands where some servers see a line and the client saw none.
  const end = /(?:^|[\r\n])\.[\r\n]/.exec(text);
  if (end) found.push(fault('M-robust-smuggling', 'what some servers take for the end of the data', around(text, end)));
  const long = text.split('\r\n').find((line) => line.replace(/^\./, '').length + 2 > LONGEST_TEXT_LINE);
  if (long !== undefined) found.push(fault('R5322-2.1.1-1', `a line of ${long.length + 2} octets`, long));
  const high = /[\x80-\xff]/.exec(text);
  if (high && !offers.has('8BITMIME'))
    found.push(fault('R6152-3-d', 'octets above 127, and 8BITMIME was not offered', around(text, high)));
  else if (high && !parameters.some((each) => /^(?:BODY=8BITMIME|SMTPUTF8)$/i.test(each)))
    found.push(fault('R5321-2.4-5', 'octets above 127 without BODY=8BITMIME', around(text, high)));
  const wide = /[\x80-\xff]/.exec(`\r\n${text}`.split('\r\n\r\n', 1)[0]!);
  if (wide && !parameters.some((each) => /^SMTPUTF8$/i.test(each)))
    found.push(fault('R6531-3.2-7', 'a header beyond ASCII without SMTPUTF8', around(text, wide)));
  return found;
}

/** RFC 1870 §6: what is only estimated is estimated too large. @param octets of the content, without the dots that transparency adds */
export function sizeFaults(octets: number, parameters: readonly string[]): ClientFault[] {
  const declared = parameters.map((each) => /^SIZE=(\d+)$/i.exec(each)?.[1]).find((each) => each !== undefined);
  if (declared === undefined || octets <= Number(declared)) return [];
  return [fault('R1870-6-1', `SIZE=${declared} was declared, and ${octets} octets came`)];
}

/** RFC 4954 §4: what a mechanism says first is base64, and `=` where it is nothing. */
export function authFaults(argument: string, line: Buffer): ClientFault[] {
  const [, initial] = /^\S+ (.*)$/.exec(argument) ?? [];
  if (initial === undefined || initial === '=' || BASE64.test(initial)) return [];
  return [fault('R4954-4-1', 'the initial response of AUTH is neither base64 nor =', line)];
}

/** The client has sent more before this command was answered. */
export function aheadFaults(answered: string, offers: Offers, more: Buffer): ClientFault[] {
  const [line] = more.toString('latin1', 0, LONGEST_TEXT_LINE).split('\n', 1);
  const found = (requirement: string, what: string) => [fault(requirement, what, Buffer.from(line!, 'latin1'))];
  if (answered === 'greeting') return found('R5321-4.3.1-2', 'it spoke before the greeting');
  if (answered === 'DATA') return found('R5321-3.3-10', 'it sent content before 354');
  if (answered === 'AUTH') return found('R4954-4-33', 'it sent more behind AUTH before that was over');
  if (!offers.has('PIPELINING'))
    return found('R5321-4.3.1-1', 'it did not wait for the reply, and PIPELINING was not offered');
  if (MAY_BE_FOLLOWED.includes(answered)) return [];
  return found('R5321-4.3.1-1', `it did not wait for the reply to ${answered}, which no pipelining permits`);
}

function around(text: string, { index }: RegExpExecArray): Buffer {
  return Buffer.from(text.slice(Math.max(0, index - 30), index + 30), 'latin1');
}
