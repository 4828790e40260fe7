/** What a private maddy is configured with: the file that it comes with, without what asks the DNS and what sends mail away. */
import { PRESET_DOMAIN } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'smtp' | 'submission' | 'submissions' | 'imap' | 'imaps'>;

export function maddyConf(directory: string, ports: Ports): string {
  const tcp = (port: number) => `tcp://127.0.0.1:${port}`;
  const tls = (port: number) => `tls://127.0.0.1:${port}`;
  return `$(local_domains) = ${PRESET_DOMAIN}
state_dir ${directory}/state
runtime_dir ${directory}/run
hostname mail.${PRESET_DOMAIN}
tls file ${directory}/cert.pem ${directory}/key.pem

auth.pass_table local_authdb {
    table sql_table {
        driver sqlite3
        dsn credentials.db
        table_name passwords
    }
}
storage.imapsql local_mailboxes {
    driver sqlite3
    # Without it, a write beside another fails ("database is locked") instead of waiting.
    dsn imapsql.db?_txlock=immediate
}
table.chain local_rewrites {
    optional_step regexp "(.+)\\+(.+)@(.+)" "$1@$3"
    optional_step file ${directory}/aliases
}
msgpipeline local_routing {
    destination postmaster $(local_domains) {
        modify {
            replace_rcpt &local_rewrites
        }
        deliver_to &local_mailboxes
    }
    default_destination {
        reject 550 5.1.1 "User doesn't exist"
    }
}
smtp ${tcp(ports.smtp)} {
    source $(local_domains) {
        reject 501 5.1.8 "Use Submission for outgoing SMTP"
    }
    default_source {
        destination postmaster $(local_domains) {
            deliver_to &local_routing
        }
        default_destination {
            reject 550 5.1.1 "User doesn't exist"
        }
    }
}
submission ${tls(ports.submissions)} ${tcp(ports.submission)} {
    auth &local_authdb
    source $(local_domains) {
        destination postmaster $(local_domains) {
            deliver_to &local_routing
        }
        default_destination {
            deliver_to dummy
        }
    }
    default_source {
        reject 501 5.1.8 "Non-local sender domain"
    }
}
imap ${tls(ports.imaps)} ${tcp(ports.imap)} {
    auth &local_authdb
    storage &local_mailboxes
}
`;
}

/** RFC 5321 §4.5.1: every domain takes mail for postmaster. */
export function aliases(postmaster: string): string {
  return `postmaster: ${postmaster}\npostmaster@${PRESET_DOMAIN}: ${postmaster}\n`;
}
