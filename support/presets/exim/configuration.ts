/** What a private Exim is configured with: Debian's own files, what its postinst asks, and the examples that README.Debian says to take out of their comments. */
import { PRESET_DOMAIN } from '../accounts';
import type { Ports as PortsOf } from '../services';
import { TRUSTED_NETWORK } from '../settings';

export type Ports = PortsOf<'smtp' | 'submission' | 'submissions'>;

/** The answers of debconf: an internet site with Maildirs, in its split configuration. */
export function debconfAnswers(ports: Ports): string {
  const interfaces = Object.values(ports).map((port) => `127.0.0.1.${port}`);
  return `dc_eximconfig_configtype='internet'
dc_other_hostnames='${PRESET_DOMAIN}'
dc_local_interfaces='${interfaces.join(' ; ')}'
dc_use_split_config='true'
dc_localdelivery='maildir_home'
dc_readhost=''
dc_relay_domains=''
dc_minimaldns='false'
dc_relay_nets=''
dc_smarthost=''
dc_hide_mailname=''
CFILEMODE='644'
`;
}

/** Debian's macros for what a site sets by itself, and the port for TLS from the first octet, which is no macro. */
export function localMacros({ submissions }: Pick<Ports, 'submissions'>): string {
  return `MAIN_HARDCODE_PRIMARY_HOSTNAME = mail.${PRESET_DOMAIN}
MAIN_TLS_ENABLE = yes
# The suite plays the rest of the Internet, from 127.0.0.1: it must be no client whose mail is relayed, but where it comes from a network of its own.
MAIN_RELAY_NETS = ${TRUSTED_NETWORK}
tls_on_connect_ports = ${submissions}
smtp_accept_max = 60
# Told after seconds in place of a day.
delay_warning = 5s
# The hosts that the suite plays stand at loopback addresses.
ROUTER_DNSLOOKUP_IGNORE_TARGET_HOSTS = <; 0.0.0.0 ; 255.255.255.255 ; ::/128
`;
}

/** How often what waits is tried, and how long, in place of Debian's minutes and days. @param debian the text of conf.d/retry/30_exim4-config */
export function withSeconds(debian: string): string {
  return debian.replace(/^(\*\s+\*\s+).*$/m, '$1F,8s,2s');
}

/** @param debian the text of conf.d/transport/30_exim4-config_remote_smtp, which ends within the options of its only transport */
export function withPort(debian: string, mxPort: number): string {
  const seconds = ['connect', 'command', 'data', 'final'].map((name) => `  ${name}_timeout = 5s\n`);
  return `${debian}  port = ${mxPort}\n${seconds.join('')}`;
}

/** Takes the servers out of the comments that Debian ships them in. @param debian the text of conf.d/auth/30_exim4-config_examples */
export function withServers(debian: string): string {
  return ['plain_server', 'login_server'].reduce((text, name) => {
    const block = new RegExp(`^# ${name}:\\n(?:#   .*\\n)+`, 'm');
    return text.replace(block, (commented) => commented.replace(/^# /gm, ''));
  }, debian);
}
