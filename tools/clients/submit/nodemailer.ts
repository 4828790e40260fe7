import { createTransport } from 'nodemailer';
import { portOf, type Submitter } from './submitter';

export const nodemailer: Submitter = {
  name: 'nodemailer',
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  async submit(setting, { way, mechanism, password, to }) {
    const { server, sender, message } = setting;
    const transport = createTransport({
      host: 'localhost',
      port: portOf(setting, way),
      secure: way === 'implicit TLS',
      requireTLS: true,
      tls: { ca: server.ca },
      authMethod: mechanism,
      auth: { user: sender.address, pass: password },
    });
    try {
      await transport.sendMail({ envelope: { from: sender.address, to: [to] }, raw: message });
    } finally {
      transport.close();
    }
  },
};
