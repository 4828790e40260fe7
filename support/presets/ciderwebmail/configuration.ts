/** What a private CiderWebmail is configured with, and the program that hands its mail on. */
import type { AccountSettings } from '../../targets/settings';

/** Where the instance finds a service that it stands on. */
export interface Place {
  host: string;
  port: number;
}

/** Its ciderwebmail.conf: Debian's own, with these places and what Debian leaves to who installs it. */
export function configuration(imap: Place, home: string): string {
  return `name CiderWebmail
<server>
  host ${imap.host}
  port ${imap.port}
</server>
<managesieve>
  mode off
</managesieve>
language en
username_default_address 1
enable_body_search 1
<send>
  method sendmail
</send>
<Model::DB>
  connect_info dbi:SQLite:${home}/user_settings.sql
</Model::DB>
<Plugin::Session>
  storage ${home}/session
</Plugin::Session>
`;
}

/**
 * The file of msmtp, which is its sendmail: it logs in as whom a message is from, and takes none from anybody else. CiderWebmail's own way to
 * SMTP is for port 25 only and knows no login.
 */
export function msmtprc(submission: Place, accounts: readonly AccountSettings[]): string {
  // The bundled server's certificate is made at each start.
  const defaults = `defaults
host ${submission.host}
port ${submission.port}
auth plain
tls on
tls_starttls on
tls_certcheck off
`;
  const each = accounts.map(
    ({ address, user, password }, n) => `account account-${n}\nfrom ${address}\nuser ${user}\npassword ${password}\n`,
  );
  return [defaults, ...each].join('\n');
}
