/** VRFY, EXPN, HELP (RFC 5321 §4.1.1.6 to §4.1.1.8). */

import { reply } from '../../delivery/reply';
import type { Command } from '../extension';
import { smtpUtf8, unasked } from '../extensions/smtputf8';
import { SYNTAX } from '../reply';

/** Strangers do not learn here who exists; §7.3 asks for 252 then. RFC 6531 §3.7.4.2 adds one parameter. */
const verify: Command = (session, argument) => {
  const utf8 = /^(.*) SMTPUTF8$/i.exec(argument);
  if (utf8 && !session.announces(smtpUtf8)) return reply(555, '5.5.4', 'I do not know the parameter SMTPUTF8');
  const text = utf8 ? utf8[1]! : argument;
  if (text === '') return SYNTAX.arguments;
  return unasked(text, utf8 !== null) ?? reply(252, '2.5.0', 'I do not tell; send the message, and it will be tried');
};

export const vrfy = verify;
export const expn = verify;

export const help: Command = (session) =>
  reply(214, '2.0.0', 'These commands are understood:', [...session.service.commands.keys()].sort().join(' '));

/** Commands of old that nobody should use (RFC 5321 appendix F). */
export const obsolete: Command = () => reply(502, '5.5.1', 'This command is not implemented');
