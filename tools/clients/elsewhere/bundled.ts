import { startServer } from '../../../reference-server';
import type { Exchanger } from './exchanger';

/** What it puts on top at the end of the way (RFC 5321 §4.4). */
const OWN = /^Return-Path: .*\r\nReceived: .*\r\n(?:[ \t].*\r\n)*/;

export const bundled: Exchanger = {
  name: 'a second bundled server',
  tls: true,
  async open({ host, port, domain, recipient }) {
    const server = await startServer({
      domains: [domain],
      accounts: [{ address: recipient, password: 'unused' }],
      listen: { smtp: { host, port } },
    });
    return {
      received: () =>
        server.inbox(recipient).map((message) => {
          const [own] = OWN.exec(message.toString('latin1'))!;
          // RFC 3848: S for TLS.
          return { message: message.subarray(own.length), secure: /\bwith ESMTPS\b/.test(own) };
        }),
      close: () => server.close(),
    };
  },
};
