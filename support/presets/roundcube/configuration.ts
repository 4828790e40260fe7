/** What a private Roundcube is configured with: what Debian's postinst would ask and make, and a PHP that has the extensions that it asks for. */
import { randomBytes } from 'node:crypto';

/** Where the instance finds the services that it stands on. */
export interface MailServer {
  imap: { host: string; port: number };
  submission: { host: string; port: number };
}

/** In the order in which they need each other. */
const EXTENSIONS = [
  'iconv',
  'mbstring',
  'intl',
  'dom',
  'xml',
  'simplexml',
  'ctype',
  'curl',
  'fileinfo',
  'exif',
  'tokenizer',
];
const DATABASE = ['pdo', 'pdo_sqlite', 'sockets', 'posix'];

export function phpSettings(sessions: string): string {
  const loaded = [...EXTENSIONS, ...DATABASE].map((name) => `extension=${name}.so`);
  return [...loaded, `session.save_path=${sessions}`, 'upload_max_filesize=25M', 'post_max_size=30M', ''].join('\n');
}

/** Its config.inc.php: Debian's own is made by dbconfig-common from the same keys. */
export function configuration({ imap, submission }: MailServer, database: string, domain: string): string {
  // The bundled server takes passwords for mail that is sent under TLS only; its certificate is made at each start.
  const unverified = `['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]`;
  return `<?php
$config = [];
$config['db_dsnw'] = 'sqlite:///${database}?mode=0640';
$config['imap_host'] = '${imap.host}:${imap.port}';
$config['smtp_host'] = 'tls://${submission.host}:${submission.port}';
$config['smtp_user'] = '%u';
$config['smtp_pass'] = '%p';
$config['smtp_conn_options'] = ${unverified};
$config['mail_domain'] = '${domain}';
$config['des_key'] = '${randomBytes(12).toString('hex')}';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['language'] = 'en_US';
$config['log_driver'] = 'stdout';
$config['enable_installer'] = false;
$config['create_default_folders'] = true;
`;
}
