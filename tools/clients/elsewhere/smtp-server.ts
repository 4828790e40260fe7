import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import type { Exchanger, Received } from './exchanger';

const KEYS = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

export const smtpServer: Exchanger = {
  name: "npm's smtp-server",
  tls: true,
  async open({ host, port, recipient }) {
    const taken: Received[] = [];
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'mx' }], KEYS);
    const server = new SMTPServer({
      key,
      cert,
      authOptional: true,
      onRcptTo({ address }, _, done) {
        if (address === recipient) done();
        else done(Object.assign(new Error('Nobody here by that name'), { responseCode: 550 }));
      },
      onData(stream, { secure }, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          taken.push({ message: Buffer.concat(chunks), secure });
          done();
        });
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(port, host, resolve);
    });
    return {
      received: () => taken,
      close: () => new Promise((resolve) => server.close(() => resolve())),
    };
  },
};
