/** What `mailspec init` asks, and the target that the answers describe. */
import type { WrittenService, WrittenTarget } from '../../support/targets/document';
import { PORTS, type ServiceName } from '../../support/targets/services';

/** Asks one question; an empty answer takes the proposal. */
export type Ask = (question: string, proposal: string) => Promise<string>;

/** What most servers have. */
const ASKED: readonly ServiceName[] = ['smtp', 'submission', 'lmtp', 'pop3', 'imap', 'imaps'];

/** Two accounts at least: scenarios tell the sender's mailbox from the recipient's. */
const ACCOUNTS = 2;

/** Asks until the target is described. */
export async function describeTarget(ask: Ask): Promise<WrittenTarget> {
  const name = await ask('What is the server called?', 'my server');
  const host = await ask('On which host does it run?', '127.0.0.1');
  const domain = await ask('Whose mail does it accept (a domain)?', 'example.test');
  const services: Partial<Record<ServiceName, WrittenService>> = {};
  for (const service of ASKED) {
    const answer = await ask(`On which port does it offer ${service} (- for none)?`, String(PORTS[service]));
    if (!/^\d+$/.test(answer)) continue;
    services[service] = { host, port: Number(answer), ...(await askTls(service, ask)) };
  }
  const accounts: WrittenTarget['accounts'] = [];
  for (let n = 1; n <= ACCOUNTS; n++) {
    const address = await ask(`The address of account ${n}?`, `${'ab'[n - 1]}@${domain}`);
    accounts.push({ address, password: await ask(`The password of ${address}?`, 'secret') });
  }
  const unknown = await ask('An address that has no mailbox (- if every address has one)?', `nobody@${domain}`);
  const disposable = await ask('May the suite EMPTY these mailboxes (yes or no)?', 'no');
  return {
    name,
    domains: [domain],
    accounts,
    disposable: /^y/i.test(disposable),
    ...(unknown === '-' ? { 'catch-all': true } : { unknown }),
    services,
  };
}

async function askTls(service: ServiceName, ask: Ask): Promise<Pick<WrittenService, 'tls'>> {
  if (service.endsWith('s')) return { tls: 'implicit' };
  const answer = await ask(`  Is TLS there none, optional (by STARTTLS) or required?`, 'none');
  return answer === 'optional' || answer === 'required' ? { tls: answer } : { tls: 'none' };
}
