/** The bundled server as a process of its own, for what knows mail by IMAP and SMTP only: a webmail stands on it. */
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { PORTS } from '../targets/services';
import type { TargetSettings } from '../targets/settings';
import type { Service, ServiceName } from '../targets/target';
import { PRESET_ACCOUNTS } from './accounts';
import { makeCertificate } from './certificate';
import type { Daemon } from './daemons';
import { freeBase } from './free-base';
import { PRESET_SETTINGS } from './settings';
import type { Workplace } from './workplace';

export interface BundledServer {
  daemon: Daemon;
  services: Service[];
  /** The certificate that clients must trust. */
  ca: string;
}

const USED: readonly ServiceName[] = ['smtp', 'submission', 'imap', 'imaps'];

export async function bundledServer(workplace: Workplace): Promise<BundledServer> {
  const base = await freeBase();
  const services = USED.map(
    (name): Service => ({
      name,
      host: '127.0.0.1',
      port: base + PORTS[name],
      tls: name.endsWith('s') ? 'implicit' : 'optional',
      login: name === 'imap' ? 'plain' : 'after-tls',
    }),
  );
  const accounts = PRESET_ACCOUNTS.flatMap(({ address, password }) => ['--account', `${address}:${password}`]);
  const { cert, key } = await makeCertificate();
  const tls = ['--tls-cert', workplace.write('cert.pem', cert), '--tls-key', workplace.write('key.pem', key, 0o600)];
  const command = [process.execPath, join(packageRoot(), 'bin/mailspec.js'), 'serve', '--base-port', String(base)];
  return {
    services,
    ca: cert,
    daemon: {
      program: 'mailspec serve',
      command: [...command, '--connections', '200', ...tls, ...accounts],
      ready: services,
    },
  };
}

/** A webmail that stands on it: mail is looked at where it lies. @param port where the webmail is served, over HTTP */
export function webmailSettings(
  { directory }: Workplace,
  { services, ca }: Pick<BundledServer, 'services' | 'ca'>,
  { name, port, adapter }: { name: string; port: number; adapter: string },
): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name,
    directory,
    services,
    webmail: { url: `http://127.0.0.1:${port}/`, adapter },
    tls: { ca, servername: 'localhost' },
    limits: { badLogins: 4, errors: 19, connections: 100 },
    timing: { reply: 15_000, delivery: 10_000 },
  };
}
