/** CAPA itself, and the capabilities that promise something and add no command (RFC 2449 §6, RFC 3206). */

import { BAD_ARGUMENTS, ok } from '../answer';
import { BOTH, type Capability, type Handler } from '../capability';

/** A line a capability: its tag, and what it has to say behind a space (RFC 2449 §3). */
const capaCommand: Handler = (session, argument) => {
  if (argument !== '') return BAD_ARGUMENTS;
  const lines = session.service.capabilities.flatMap(({ tag, announce }) => {
    const value = announce?.(session);
    return value === undefined ? [] : [value === '' ? tag : `${tag} ${value}`];
  });
  return ok('This server can do:', lines);
};

export const capa: Capability = {
  tag: 'CAPA',
  rfc: 'RFC 2449 §5',
  commands: { CAPA: { states: BOTH, run: capaCommand } },
};

export const respCodes: Capability = { tag: 'RESP-CODES', rfc: 'RFC 2449 §6.4', announce: () => '' };
/** An error without [AUTH] was not the password's fault (RFC 3206 §4). */
export const authRespCode: Capability = { tag: 'AUTH-RESP-CODE', rfc: 'RFC 3206 §6', announce: () => '' };
export const pipelining: Capability = { tag: 'PIPELINING', rfc: 'RFC 2449 §6.6', announce: () => '' };
export const expire: Capability = { tag: 'EXPIRE', rfc: 'RFC 2449 §6.7', announce: () => 'NEVER' };
export const implementation: Capability = {
  tag: 'IMPLEMENTATION',
  rfc: 'RFC 2449 §6.9',
  announce: () => 'mailspec',
};

export const loginDelay: Capability = {
  tag: 'LOGIN-DELAY',
  rfc: 'RFC 2449 §6.5',
  announce: ({ context }) => (context.limits.loginDelay > 0 ? String(context.limits.loginDelay) : undefined),
};
