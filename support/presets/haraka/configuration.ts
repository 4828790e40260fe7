/** What a private Haraka is configured with, besides what `haraka -i` lays down: files of its folder config, by name. */
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'smtp' | 'submission' | 'submissions'>;

export function configuration(ports: Ports, mail: string): Record<string, string> {
  const users = PRESET_ACCOUNTS.map(({ user, password }) => `${user}=${password}\n`).join('');
  const accounts = PRESET_ACCOUNTS.map(({ address }) => address);
  const listen = Object.values(ports).map((port) => `127.0.0.1:${port}`);
  return {
    me: `mail.${PRESET_DOMAIN}\n`,
    host_list: `${PRESET_DOMAIN}\n`,
    'smtp.ini': `listen=${listen.join(',')}\nsmtps_port=${ports.submissions}\n`,
    // What nobody here takes in stays in the queue.
    'outbound.ini': 'disabled=true\n',
    plugins: 'tls\nauth/flat_file\nmaildirs\n',
    'auth_flat_file.ini': `[core]\nmethods=PLAIN,LOGIN,CRAM-MD5\n[users]\n${users}`,
    'maildirs.json': JSON.stringify({ accounts, domain: PRESET_DOMAIN, mail, ports }),
  };
}
