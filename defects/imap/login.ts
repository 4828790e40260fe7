/** Mistakes with who may log in, and with who says who he is (RFC 9051 §6.2, §11, RFC 2971). */

import type { Step } from '../../reference-server/auth/mechanism';
import { logIn } from '../../reference-server/imap/commands/log-in';
import type { ImapHook } from '../../reference-server/imap/hooks';
import { no } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import { editing, replacing, withholding } from './responses';
import { COMMON, choosing, defect, type ImapDefect, refusing, said } from './tools';

/** Passwords are not looked at: LOGIN and AUTHENTICATE PLAIN let everybody in, as the first account where there is none of the name. */
const anyPassword: ImapHook = {
  ...refusing(['LOGIN'], ['AUTHENTICATIONFAILED'], (session, { args }) => {
    args.space();
    const account = session.context.auth.find(args.astring()) ?? session.context.directory.postmaster();
    return account ? logIn(session, account) : no('There is nobody to be');
  }),
  choices: {
    authenticated: (session, step, responses) => (failed(step) ? entered(session, step, plainUser(responses)) : step),
  },
};

function failed(step: Step): boolean {
  return step.kind === 'failure' && step.reason === 'credentials' && !step.authorization;
}

/** The name in PLAIN's response, or in SCRAM's first message. */
function plainUser(responses: readonly Buffer[]): string | undefined {
  const parts = responses[0]?.toString('utf8').split('\0') ?? [];
  return parts.length === 3 ? parts[1] : undefined;
}

function scramUser(responses: readonly Buffer[]): string | undefined {
  return /^n,[^,]*,n=([^,]*)/.exec(responses[0]?.toString('utf8') ?? '')?.[1];
}

function entered(session: Session, step: Step, user: string | undefined): Step {
  const account = user === undefined ? undefined : session.context.auth.find(user);
  return account ? { kind: 'success', account } : step;
}

/** More fields than RFC 2971 §3.3 allows, one with a name and a value that are too long. */
const ENVIRONMENT = ['a-name-that-is-longer-than-it-may-be', ...Array.from({ length: 30 }, (_, n) => `variable-${n}`)]
  .map((name, n) => `"${name}" "${'v'.repeat(n === 0 ? 2000 : 1)}"`)
  .join(' ');

export const login: readonly ImapDefect[] = [
  defect('any-password', 'Any password will do.', COMMON, anyPassword),
  defect(
    'scram-proof-unchecked',
    'SCRAM succeeds without looking at the proof.',
    COMMON,
    choosing({
      authenticated: (session, step, responses) => (failed(step) ? entered(session, step, scramUser(responses)) : step),
    }),
  ),
  defect(
    'authorization-identity-ignored',
    'Whoever knows a password may act for everybody.',
    COMMON,
    choosing({
      authenticated: (session, step, responses) =>
        step.kind === 'failure' && step.authorization ? entered(session, step, plainUser(responses)) : step,
    }),
  ),
  defect(
    'authenticate-cancel-no',
    'A login that the client cancels is answered with NO.',
    COMMON,
    refusing(['AUTHENTICATE'], ['cancelled'], () => no('Cancelled')),
  ),
  defect(
    'enable-anything',
    'ENABLED names whatever was asked for.',
    COMMON,
    editing((response, _session, command) =>
      response.replace(/^\* ENABLED.*/, () => `* ENABLED${said(command!).toUpperCase()}`),
    ),
  ),
  defect(
    'enable-without-enabled',
    'ENABLE is answered without ENABLED.',
    'https://github.com/mjs/imapclient/pull/271',
    withholding(/^\* ENABLED/),
  ),
  defect('starttls-injection', 'What came before the handshake is done after it.', 'CVE-2011-1926', {
    choices: { keepsInputBeforeTls: true },
  }),
  defect(
    'login-without-tls',
    'LOGINDISABLED is announced, and LOGIN works.',
    COMMON,
    choosing({ loginWithoutTls: true }),
  ),
  defect(
    'id-without-limits',
    'What the server tells of itself with ID is as long as it is, and a field may come twice.',
    COMMON,
    replacing(/^\* ID \(.*\)/, `* ID ("name" "x" ${ENVIRONMENT} "NAME" "y")`),
  ),
];
