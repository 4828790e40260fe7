import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maildirOf, portOf, type Submitter } from './submitter';

export const sNail: Submitter = {
  name: 's-nail',
  programs: ['s-nail'],
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'OAUTHBEARER'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { run, sender, ca, folder } = setting;
    const login = [sender.address, secret].map(encodeURIComponent).join(':');
    const settings = [
      'v15-compat=yes',
      `mta=${way === 'STARTTLS' ? 'smtp' : 'smtps'}://${login}@localhost:${portOf(setting, way)}`,
      'smtp-use-starttls',
      `smtp-auth=${mechanism.toLowerCase()}`,
      'hostname=client.test',
      `from=${sender.address}`,
      `tls-ca-file=${ca}`,
      'tls-ca-no-defaults',
      'tls-verify=strict',
      'nosave',
    ];
    writeFileSync(join(folder, 'mailrc'), settings.map((each) => `set ${each}\n`).join(''), { mode: 0o600 });
    // It composes what it is given to send, but sends on what it has received as it is: Resend, with no field of its own.
    const mailbox = `maildir://${maildirOf(setting)}`;
    await run('s-nail', ['-:u', '-#', '-f', mailbox], {
      input: `Resend ${to}\nxit $?\n`,
      env: { MAILRC: join(folder, 'mailrc') },
    });
  },
};
