/** Mistakes with VRFY and EXPN, which ask about addresses (RFC 5321 §3.5, §7.3). */

import { reply } from '../../reference-server/delivery/reply';
import { composed } from '../../reference-server/seams';
import type { Session } from '../../reference-server/smtp/session';
import { announcing, COMMON, defect, on, type SmtpDefect } from './tools';

const NOT_IMPLEMENTED = reply(502, '5.5.1', 'Not implemented');
const HELLO_FIRST = reply(503, '5.5.1', 'Say EHLO first');
const UNKNOWN = reply(550, '5.1.1', 'No such user');

/** Answers 250 with this text for whoever has a mailbox here. */
const confirming = (verb: string, text: (address: string) => string) =>
  on(verb, (session, { argument }) => {
    const address = mailbox(session, argument);
    return address === undefined ? UNKNOWN : reply(250, '2.1.5', text(address));
  });

/** Answers 250 for whatever it is asked about. */
const believing = (verb: string) =>
  on(verb, (session, { argument }) => reply(250, '2.1.5', `<${bare(session, argument).slice(-100)}>`));

export const questions: readonly SmtpDefect[] = [
  defect(
    'vrfy-unsupported',
    'VRFY is not known.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/1146',
    on('VRFY', () => reply(500, '5.5.1', 'Unknown command')),
  ),
  defect(
    'vrfy-confirms-everything',
    'VRFY is answered 250 without a look at the mailboxes.',
    COMMON,
    believing('VRFY'),
  ),
  defect(
    'vrfy-without-address',
    'VRFY confirms a mailbox and does not name it.',
    COMMON,
    confirming('VRFY', () => 'Yes'),
  ),
  defect(
    'vrfy-without-brackets',
    'VRFY names the mailbox without brackets around it.',
    COMMON,
    confirming('VRFY', (address) => address),
  ),
  defect(
    'vrfy-names-local-part',
    'VRFY names the mailbox without its domain.',
    COMMON,
    confirming('VRFY', (address) => `<${address.slice(0, address.lastIndexOf('@'))}>`),
  ),
  defect(
    'vrfy-gives-source-route',
    'VRFY names the mailbox with a source route through this server.',
    COMMON,
    confirming('VRFY', (address) => `<@mail.example.test:${address}>`),
  ),
  defect(
    'expn-not-implemented',
    'EXPN is announced and answered 502.',
    COMMON,
    on('EXPN', () => NOT_IMPLEMENTED),
  ),
  defect('expn-confirms-everything', 'EXPN is answered 250 without a look at the lists.', COMMON, believing('EXPN')),
  defect(
    'expn-without-address',
    'EXPN is answered 250 and names no mailbox.',
    COMMON,
    confirming('EXPN', () => 'Yes'),
  ),
  defect(
    'expn-not-announced',
    'EXPN works and is not announced.',
    COMMON,
    composed([
      confirming('EXPN', (address) => `<${address}>`),
      announcing((lines) => lines.filter((line) => line !== 'EXPN')),
    ]),
  ),
  defect(
    'questions-need-hello',
    'VRFY, EXPN and HELP are out of order before EHLO.',
    COMMON,
    on('VRFY EXPN HELP', (session, _, next) => (session.hello ? next() : HELLO_FIRST)),
  ),
];

/** The address that is asked about; a name alone is of the server's first domain. */
function bare({ context }: Session, argument: string): string {
  const name = argument.replace(/ SMTPUTF8$/i, '').replace(/^.*<|>.*$/g, '');
  return name.includes('@') ? name : `${name}@${context.domains[0]}`;
}

function mailbox(session: Session, argument: string): string | undefined {
  const address = bare(session, argument);
  const at = address.lastIndexOf('@');
  return session.context.directory.resolve(address.slice(0, at), address.slice(at + 1)) && address;
}
