/** CAPA itself, and the capabilities that promise something and add no command (RFC 2449 §6, RFC 3206). */

import { BAD_ARGUMENTS, ok } from '../answer';
import { BOTH, type Capability, type Handler } from '../capability';

const capaCommand: Handler = (session, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  const lines = session.capabilities.flatMap((capability) => {
    const value = capability.announce(session);
    return value === undefined ? [] : [value === '' ? capability.tag : `${capability.tag} ${value}`];
  });
  return ok('This server can do:', session.rules.capabilities(lines, session));
};

export const capa: Capability = {
  tag: 'CAPA',
  rfc: 2449,
  announce: () => undefined,
  commands: { CAPA: { states: BOTH, run: capaCommand } },
};

export const respCodes: Capability = { tag: 'RESP-CODES', rfc: 2449, announce: () => '' };
/** An error without [AUTH] was not the password's fault (RFC 3206 §4). */
export const authRespCode: Capability = { tag: 'AUTH-RESP-CODE', rfc: 3206, announce: () => '' };
export const pipelining: Capability = { tag: 'PIPELINING', rfc: 2449, announce: () => '' };
export const expire: Capability = { tag: 'EXPIRE', rfc: 2449, announce: () => 'NEVER' };
export const implementation: Capability = { tag: 'IMPLEMENTATION', rfc: 2449, announce: () => 'mailspec' };

export const loginDelay: Capability = {
  tag: 'LOGIN-DELAY',
  rfc: 2449,
  announce: ({ context }) => (context.limits.loginDelay > 0 ? String(context.limits.loginDelay) : undefined),
};
