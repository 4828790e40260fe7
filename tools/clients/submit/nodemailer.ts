import { createTransport } from 'nodemailer';
import { portOf, type Submitter, takesToken } from './submitter';

export const nodemailer: Submitter = {
  name: 'nodemailer',
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'XOAUTH2'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { server, sender, message } = setting;
    const transport = createTransport({
      host: 'localhost',
      port: portOf(setting, way),
      secure: way === 'implicit TLS',
      requireTLS: true,
      tls: { ca: server.ca },
      ...(takesToken(mechanism)
        ? { auth: { type: 'OAuth2', user: sender.address, accessToken: secret } }
        : { authMethod: mechanism, auth: { user: sender.address, pass: secret } }),
    });
    try {
      await transport.sendMail({ envelope: { from: sender.address, to: [to] }, raw: message });
    } finally {
      transport.close();
    }
  },
};
