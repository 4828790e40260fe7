/** The name server that the suite plays: it has the last word on every name, and what nobody set does not exist. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Answer, Asked, Transport } from './answer';
import { assertFits, uint16 } from './message';
import { isAtOrBelow, keyOf, labelsOf } from './name';
import { Names } from './names';
import { respond } from './respond';
import { openSockets, type Place, type Sockets } from './sockets';
import { TcpMessages } from './tcp-messages';

export class NameServer {
  readonly #sockets: Sockets;
  readonly #names = new Names();
  readonly #connections = new Set<Socket>();
  #asked: Asked[] = [];

  /** UDP and TCP at the same port; port 0 is one that is free for both. */
  static async open(place: Place): Promise<NameServer> {
    return new NameServer(await openSockets(place));
  }

  private constructor(sockets: Sockets) {
    this.#sockets = sockets;
    const { udp, tcp } = sockets;
    udp.on('message', (octets, { address, port }) => {
      const answer = this.#respond(octets, 'udp');
      // That who asked has gone is no matter of ours.
      if (answer) udp.send(answer, port, address, () => {});
    });
    udp.on('error', () => {});
    tcp.on('connection', (socket) => this.#serve(socket));
  }

  get host(): string {
    return this.#sockets.host;
  }

  get port(): number {
    return this.#sockets.port;
  }

  /** Every question, in the order in which they came. */
  get asked(): readonly Asked[] {
    return this.#asked;
  }

  /** The questions about these names and what is below them. */
  askedBelow(names: readonly string[]): Asked[] {
    return this.#asked.filter(isBelow(names));
  }

  /**
   * From now on this is what there is to know of a name; what was set before is forgotten.
   * @throws for a record that cannot be written, and for more records than an answer has room for.
   */
  set(name: string, answer: Answer): void {
    assertFits(name, answer);
    this.#names.set(name, answer);
  }

  /** These names exist no more, and what was asked about them and what is below them is forgotten. */
  remove(names: readonly string[]): void {
    for (const name of names) this.#names.remove(name);
    const isGone = isBelow(names);
    this.#asked = this.#asked.filter((one) => !isGone(one));
  }

  async close(): Promise<void> {
    const { udp, tcp } = this.#sockets;
    const closed = Promise.all([once(udp, 'close'), once(tcp, 'close')]);
    udp.close();
    tcp.close();
    for (const socket of this.#connections) socket.destroy();
    await closed;
  }

  #respond(octets: Buffer, transport: Transport): Buffer | undefined {
    return respond(octets, transport, this.#names, ({ name, type }) =>
      this.#asked.push({ name, type, transport, at: Date.now() }),
    );
  }

  /** Several questions may come on one connection, without waiting for the answers (RFC 7766). */
  #serve(socket: Socket): void {
    const messages = new TcpMessages();
    this.#connections.add(socket);
    socket.on('data', (octets) => {
      for (const message of messages.push(octets)) {
        const answer = this.#respond(message, 'tcp');
        if (answer) socket.write(Buffer.concat([uint16(answer.length), answer]));
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => this.#connections.delete(socket));
  }
}

function isBelow(names: readonly string[]): (asked: Asked) => boolean {
  const tops = names.map((name) => keyOf(labelsOf(name)));
  return ({ name }) => tops.some((top) => isAtOrBelow(name, top));
}
