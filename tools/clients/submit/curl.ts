import { portOf, type Submitter } from './submitter';

export const curl: Submitter = {
  name: 'curl',
  programs: ['curl'],
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  async submit(setting, { way, mechanism, password, to }) {
    const { run, sender, ca, file } = setting;
    const url = `${way === 'STARTTLS' ? 'smtp' : 'smtps'}://localhost:${portOf(setting, way)}/client.test`;
    const login = ['--user', `${sender.address}:${password}`, '--login-options', `AUTH=${mechanism}`];
    const envelope = ['--mail-from', sender.address, '--mail-rcpt', to];
    await run('curl', ['-sS', url, '--ssl-reqd', '--cacert', ca, ...login, ...envelope, '--upload-file', file.crlf]);
  },
};
