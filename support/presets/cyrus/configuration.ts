/** What a private Cyrus is configured with: Debian's own imapd.conf with what a private instance needs, and the services that it has. */
import { PRESET_DOMAIN } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'lmtp' | 'pop3' | 'pop3s' | 'imap' | 'imaps'>;

const OWN: Readonly<Record<string, string>> = {
  servername: `mail.${PRESET_DOMAIN}`,
  // Accounts are whole addresses.
  virtdomains: 'userid',
  defaultdomain: 'localhost',
  tls_server_cert: '/etc/cyrus.crt',
  tls_server_key: '/etc/cyrus.key',
  sasl_sasldb_path: '/etc/sasldb2',
  // Changes are told to IDLE once a minute.
  imapidlepoll: '1',
  // One login a minute, for POP3.
  popminpoll: '0',
  // Scenarios deliver one message several times.
  duplicatesuppression: 'no',
};

/** Cyrus takes no option twice. @param debian the text of Debian's file */
export function imapdConf(debian: string): string {
  const kept = debian.split('\n').filter((line) => !Object.hasOwn(OWN, line.split(':')[0]!));
  return [...kept, ...Object.entries(OWN).map(([name, value]) => `${name}: ${value}`), ''].join('\n');
}

/** Debian's start, and the services at the ports of the instance. */
export function cyrusConf(ports: Ports): string {
  const at = (port: number) => `listen="127.0.0.1:${port}" proto="tcp4" prefork=0`;
  return `START {
  recover   cmd="/usr/sbin/cyrus ctl_cyrusdb -r"
  delprune  cmd="/usr/sbin/cyrus expire -E 3"
  tlsprune  cmd="/usr/sbin/cyrus tls_prune"
}
SERVICES {
  imap   cmd="imapd -U 30" ${at(ports.imap)} maxchild=100
  imaps  cmd="imapd -s -U 30" ${at(ports.imaps)} maxchild=100
  pop3   cmd="pop3d -U 30" ${at(ports.pop3)} maxchild=50
  pop3s  cmd="pop3d -s -U 30" ${at(ports.pop3s)} maxchild=50
  lmtp   cmd="lmtpd -a" ${at(ports.lmtp)} maxchild=20
  notify cmd="notifyd" listen="/run/cyrus/socket/notify" proto="udp" prefork=1
}
EVENTS {
  checkpoint cmd="/usr/sbin/cyrus ctl_cyrusdb -c" period=30
}
`;
}
