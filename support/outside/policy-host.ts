/** The host that has a domain's policy for mail (RFC 8461 §3.3), as the suite plays it. */
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { Transcript } from '../wire/transcript';
import type { Certificate } from './hosts/behaviour';
import { certificateOf, contextOf, type Place } from './hosts/certificates';

/** What it does otherwise than a right one. */
export const POLICY_ANSWERS = [
  '404',
  'a redirect',
  'HTML',
  'an expired certificate',
  'a certificate for another name',
  'a certificate of its own',
  'the policy',
] as const;
export type PolicyAnswer = (typeof POLICY_ANSWERS)[number];

const CERTIFICATES: Partial<Record<PolicyAnswer, Certificate>> = {
  'an expired certificate': 'expired',
  'a certificate for another name': 'for another name',
  'a certificate of its own': 'of its own',
};
const PATH = '/.well-known/mta-sts.txt';
const MOVED = '/moved.txt';

export class PolicyHost {
  policy = '';
  answer: PolicyAnswer = 'the policy';
  private server: Server | undefined;

  /** @param place its name, and where it listens */
  constructor(
    private readonly place: Place & { port: number },
    private readonly transcript: Transcript,
  ) {}

  /** Begins, with the certificate that goes with its answer. */
  async open(): Promise<void> {
    await this.close();
    const { name, address, port } = this.place;
    const context = await contextOf(this.place, CERTIFICATES[this.answer] ?? 'good');
    const options: ServerOptions = { SNICallback: (_, found) => found(null, context), ...(await fallback(this.place)) };
    const server = createServer(options, ({ url, headers }, response) => {
      this.transcript.note(name, `asked for ${url} at ${headers.host}`);
      if (this.answer === '404') return void response.writeHead(404).end();
      if (this.answer === 'a redirect' && url === PATH) return void response.writeHead(302, { location: MOVED }).end();
      const type = this.answer === 'HTML' ? 'text/html' : 'text/plain';
      response.writeHead(url === PATH || url === MOVED ? 200 : 404, { 'content-type': type }).end(this.policy);
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, address, resolve));
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }
}

/** For who names no server. */
async function fallback(place: Place): Promise<ServerOptions> {
  return { ...(await certificateOf(place, 'for another name')) };
}
