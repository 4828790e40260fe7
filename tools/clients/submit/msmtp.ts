import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portOf, type Submitter } from './submitter';

export const msmtp: Submitter = {
  name: 'msmtp',
  programs: ['msmtp'],
  mechanisms: ['SCRAM-SHA-256', 'PLAIN', 'LOGIN', 'CRAM-MD5', 'OAUTHBEARER', 'XOAUTH2'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { run, sender, ca, file, folder } = setting;
    const settings = {
      account: 'default',
      host: 'localhost',
      port: portOf(setting, way),
      from: sender.address,
      auth: mechanism.toLowerCase(),
      user: sender.address,
      password: `"${secret}"`,
      tls: 'on',
      tls_starttls: way === 'STARTTLS' ? 'on' : 'off',
      tls_trust_file: ca,
      domain: 'client.test',
    };
    const lines = Object.entries(settings).map(([key, value]) => `${key} ${value}\n`);
    writeFileSync(join(folder, 'msmtprc'), lines.join(''), { mode: 0o600 });
    await run('msmtp', ['-C', 'msmtprc', to], { input: readFileSync(file.lf) });
  },
};
