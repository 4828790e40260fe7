import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maildirOf, portOf, type Submitter, takesToken } from './submitter';

export const neomutt: Submitter = {
  name: 'neomutt',
  programs: ['neomutt'],
  mechanisms: ['PLAIN', 'LOGIN', 'OAUTHBEARER', 'XOAUTH2'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { run, sender, ca, folder } = setting;
    const scheme = way === 'STARTTLS' ? 'smtp' : 'smtps';
    const rc = [
      `set smtp_url="${scheme}://${encodeURIComponent(sender.address)}@localhost:${portOf(setting, way)}"`,
      takesToken(mechanism) ? `set smtp_oauth_refresh_command="echo ${secret}"` : `set smtp_pass="${secret}"`,
      `set smtp_authenticators="${mechanism.toLowerCase()}"`,
      'set ssl_force_tls=yes',
      'set ssl_starttls=yes',
      `set ssl_ca_certificates_file="${ca}"`,
      'set ssl_verify_host=yes',
      `set from="${sender.address}"`,
      'set hostname="client.test"',
      `set folder="${folder}"`,
      'set bounce=yes',
      'set quit=yes',
      'unset wait_key',
      // It composes what it is given to send, but sends on what it has received as it is, below Resent fields (RFC 5322 §3.6.6).
      `push "<bounce-message>${to}<enter><refresh><quit>"`,
    ];
    writeFileSync(join(folder, 'neomuttrc'), `${rc.join('\n')}\n`, { mode: 0o600 });
    // It wants a terminal: script(1) gives it one. Whatever happened it ends with 0.
    const command = `neomutt -n -F neomuttrc -f ${maildirOf(setting)}`;
    const said = `${await run('script', ['-qec', command, '/dev/null'], { env: { TERM: 'xterm' } })}`;
    if (!said.includes('Message bounced')) throw new Error(`neomutt did not bounce the message:\n${said}`);
  },
};
