/** Asks a service what it announces in one state of a session: EHLO, LHLO, CAPA or CAPABILITY, before TLS, under it, after login. */
import { ImapClient } from '../client/imap-client';
import { Pop3Client } from '../client/pop3-client';
import { type Endpoint, using } from '../client/reach';
import { SmtpClient } from '../client/smtp-client';
import type { Capabilities, CapabilityState, Login } from '../target';

/** What a state asks of a session before it can be asked. */
interface Ladder {
  upgrade: boolean;
  login?: Login;
}

/**
 * @returns what is announced; an empty map where the server does not know the question, or where the state cannot be had (TLS at a
 * service that has none).
 * @throws Blocked when the session does not get there; TargetError when the service is out of reach.
 */
export async function discover(endpoint: Endpoint, state: CapabilityState, login: Login): Promise<Capabilities> {
  const { tls } = endpoint.service;
  if (state === 'tls' && tls === 'none') return new Map();
  const upgradable = tls === 'optional' || tls === 'required';
  const ladder: Ladder = {
    upgrade: upgradable && (state === 'tls' || (state === 'authenticated' && mustUpgrade(endpoint))),
    ...(state === 'authenticated' ? { login } : {}),
  };
  return await ask(endpoint, ladder);
}

function mustUpgrade({ service }: Endpoint): boolean {
  return service.tls === 'required' || service.login === 'after-tls';
}

async function ask(endpoint: Endpoint, { upgrade, login }: Ladder): Promise<Capabilities> {
  const { name } = endpoint.service;
  if (name.startsWith('pop3')) {
    const client = login ? Pop3Client.login(endpoint, login) : Pop3Client.open(endpoint, { upgrade });
    return await using(client, (pop3) => pop3.capabilities());
  }
  if (name.startsWith('imap')) {
    const client = login ? ImapClient.login(endpoint, login) : ImapClient.open(endpoint, { upgrade });
    return await using(client, (imap) => imap.capabilities());
  }
  return await using(SmtpClient.open(endpoint, { upgrade }), async (smtp) => {
    // Port 25 and LMTP have no login as a rule: what they announce without one is then all there is.
    if (login && smtp.capabilities.has('AUTH')) await smtp.login(login);
    return smtp.capabilities;
  });
}
