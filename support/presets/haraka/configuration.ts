/** What a private Haraka is configured with, besides what `haraka -i` lays down: files of its folder config, by name. */
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'smtp' | 'submission' | 'submissions'>;

/** @param outside without it, what is for elsewhere stays in the queue */
export function configuration(ports: Ports, mail: string, outside: boolean): Record<string, string> {
  const users = PRESET_ACCOUNTS.map(({ user, password }) => `${user}=${password}\n`).join('');
  const accounts = PRESET_ACCOUNTS.map(({ address }) => address);
  const listen = Object.values(ports).map((port) => `127.0.0.1:${port}`);
  return {
    me: `mail.${PRESET_DOMAIN}\n`,
    host_list: `${PRESET_DOMAIN}\n`,
    'smtp.ini': `listen=${listen.join(',')}\nsmtps_port=${ports.submissions}\n`,
    // The hosts that the suite plays stand at loopback addresses. The plugin says how long it waits before each of so many retries.
    'outbound.ini': outside ? 'local_mx_ok=true\ntemp_fail_intervals=5s*3\nconnect_timeout=5\n' : 'disabled=true\n',
    plugins: 'tls\nauth/flat_file\nmaildirs\n',
    'auth_flat_file.ini': `[core]\nmethods=PLAIN,LOGIN,CRAM-MD5\n[users]\n${users}`,
    'maildirs.json': JSON.stringify({ accounts, domain: PRESET_DOMAIN, mail, ports }),
  };
}
