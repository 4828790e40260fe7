/** What a private Dovecot is configured with: Debian's own files, and on top what a private instance with its own accounts needs. */
import { PRESET_ACCOUNTS } from '../accounts';
import type { DovecotVariant, Ports } from './variant';

/** Debian's files that hold settings; those about system accounts and the system's certificate are left out. */
const DEBIAN = ['10-mail', '10-master', '15-lda', '15-mailboxes', '20-imap', '20-lmtp', '20-pop3'];

export interface Instance {
  directory: string;
  ports: Ports;
  variant: DovecotVariant;
}

export function dovecotConf({ directory, ports, variant }: Instance): string {
  const debian = DEBIAN.map((name) => `!include /usr/share/dovecot/conf.d/${name}.conf`).join('\n');
  return `${debian}

# A private instance.
protocols = imap pop3 lmtp
listen = ${variant.host}
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/log/dovecot.log
postmaster_address = postmaster@example.test
mail_location = maildir:~/Maildir
auth_mechanisms = plain
passdb {
  driver = passwd-file
  args = ${directory}/users
}
userdb {
  driver = passwd-file
  args = ${directory}/users
}
ssl = ${variant.ssl}
disable_plaintext_auth = ${variant.clearLogin ? 'no' : 'yes'}
ssl_cert = <${directory}/cert.pem
ssl_key = <${directory}/key.pem
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}

# COMPRESS (RFC 4978).
protocol imap {
  mail_plugins = $mail_plugins imap_zlib
}

# Failed logins from one address make all further logins from there wait up to 15 s: a suite that tries wrong passwords
# would slow down every other scenario.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
}

/** passwd(5)-like, read by passdb and userdb. */
export function usersFile(directory: string, uid: number, gid: number): string {
  return PRESET_ACCOUNTS.map(
    ({ user, password }) => `${user}:{PLAIN}${password}:${uid}:${gid}::${directory}/mail/${user}::\n`,
  ).join('');
}
