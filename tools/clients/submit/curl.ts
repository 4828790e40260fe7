import { portOf, type Submitter, takesToken } from './submitter';

export const curl: Submitter = {
  name: 'curl',
  programs: ['curl'],
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'OAUTHBEARER', 'XOAUTH2'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { run, sender, ca, file } = setting;
    const url = `${way === 'STARTTLS' ? 'smtp' : 'smtps'}://localhost:${portOf(setting, way)}/client.test`;
    const token = takesToken(mechanism);
    const user = ['--user', token ? sender.address : `${sender.address}:${secret}`];
    const login = [...user, ...(token ? ['--oauth2-bearer', secret] : []), '--login-options', `AUTH=${mechanism}`];
    const envelope = ['--mail-from', sender.address, '--mail-rcpt', to];
    await run('curl', ['-sS', url, '--ssl-reqd', '--cacert', ca, ...login, ...envelope, '--upload-file', file.crlf]);
  },
};
