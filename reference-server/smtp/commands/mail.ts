/** MAIL (RFC 5321 §4.1.1.2): opens a transaction with the reverse-path. */

import { reply } from '../../delivery/reply';
import { refusedToStart } from '../border';
import type { Command } from '../extension';
import { contrary } from '../extensions/deliver-by';
import { unasked } from '../extensions/smtputf8';
import { SYNTAX, sequence } from '../reply';
import { isSubmission } from '../submission/port';
import { unqualified } from '../submission/qualified';
import { senderRefused } from '../submission/senders';
import { parseParameters } from '../syntax/parameters';
import { parsePath } from '../syntax/path';
import { newTransaction } from '../transaction';
import { takeParameters } from './parameters';

const BAD_ADDRESS = reply(501, '5.1.7', 'The reverse-path is not well formed');
const LOGIN_FIRST = reply(530, '5.7.0', 'Log in first');

export const mail: Command = (session, argument) => {
  if (!session.hello) return sequence(session.protocol === 'lmtp' ? 'Say LHLO first' : 'Say EHLO first');
  const submission = isSubmission(session.service.name);
  // RFC 6409 §4.3, RFC 4954 §6.
  if (submission && !session.authorised) return LOGIN_FIRST;
  if (session.transaction) return sequence('There is a transaction already');
  if (!/^FROM:/i.test(argument)) return SYNTAX.arguments;
  const parsed = parsePath(argument.slice(5));
  // Only a recipient may be postmaster without a domain (RFC 5321 §4.1.1.3).
  if (!parsed || (parsed.path.domain === '' && parsed.path.text !== '')) return BAD_ADDRESS;
  const { path } = parsed;
  const unfit = submission && (unqualified('MAIL', path, session.context.directory) ?? senderRefused(session, path));
  if (unfit) return unfit;
  const parameters = parseParameters(parsed.rest);
  if (!parameters) return SYNTAX.arguments;
  const transaction = newTransaction(path);
  const refused = takeParameters(session, 'mailParameters', transaction, parameters);
  if (refused) return refused;
  const unfulfillable = contrary(transaction);
  if (unfulfillable) return unfulfillable;
  const wide = unasked(argument, transaction.utf8);
  if (wide) return wide;
  session.transaction = transaction;
  const unwanted = refusedToStart(session);
  if (unwanted) {
    session.reset();
    return unwanted;
  }
  return reply(250, '2.1.0', 'Whom is it for?');
};
