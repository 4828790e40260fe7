import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portOf, type Submitter } from './submitter';

export const swaks: Submitter = {
  name: 'swaks',
  programs: ['swaks'],
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { run, sender, ca, file, folder } = setting;
    // swaks ends the data with a line end of its own.
    writeFileSync(join(folder, 'unended'), readFileSync(file.lf).subarray(0, -1));
    const where = ['--server', 'localhost', '--port', `${portOf(setting, way)}`, '--helo', 'client.test'];
    const tls = [way === 'STARTTLS' ? '--tls' : '--tls-on-connect', '--tls-verify', '--tls-ca-path', ca];
    const login = ['--auth', mechanism, '--auth-user', sender.address, '--auth-password', secret];
    const mail = ['--from', sender.address, '--to', to, '--data', '@unended'];
    await run('swaks', [...where, ...tls, ...login, ...mail, '--silent', '2']);
  },
};
