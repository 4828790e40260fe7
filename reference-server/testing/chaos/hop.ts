/** A next hop that fails at every stage, as the dice have it: by message and by how often it was tried. */

import { createServer, type Server, type Socket } from 'node:net';
import type { Dice } from './dice';

/** What may happen to an attempt, and how often in a hundred. */
const FATES = {
  'recipient deferred': 10,
  'recipient refused': 8,
  'data deferred': 5,
  'lost in the content': 8,
  'end deferred': 8,
  'end refused': 3,
  /** Taken, and the answer is lost: it comes again, and nobody could know better (RFC 5321 §4.1.1.4). */
  'answer lost': 5,
  taken: 53,
} as const;
type Fate = keyof typeof FATES;

/** Connections of which one is closed without a word, or greets with 421. */
const CLOSED = 0.05;
const BUSY = 0.05;

export class FailingHop {
  /** How often each message was taken, by its name. */
  readonly taken = new Map<string, number>();
  /** Those that were taken without an answer that got through. */
  readonly inDoubt = new Set<string>();
  private readonly attempts = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private connections = 0;
  private readonly server: Server;

  constructor(private readonly dice: Dice) {
    this.server = createServer((socket) => this.serve(socket));
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => resolve((this.server.address() as { port: number }).port));
    });
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {}).on('close', () => this.sockets.delete(socket));
    const chance = this.dice.throwFor('connection', ++this.connections);
    if (chance < CLOSED) return void socket.destroy();
    if (chance < CLOSED + BUSY) return void socket.end('421 4.3.2 busy\r\n');
    const session = new Session(socket, this);
    socket.write('220 hop.test\r\n');
    socket.setEncoding('latin1').on('data', (text: string) => session.read(text));
  }

  /** What becomes of the next attempt to hand over this message. */
  fateOf(name: string): Fate {
    const attempt = (this.attempts.get(name) ?? 0) + 1;
    this.attempts.set(name, attempt);
    let left = this.dice.throwFor(name, attempt) * 100;
    for (const [fate, share] of Object.entries(FATES)) {
      left -= share;
      if (left < 0) return fate as Fate;
    }
    return 'taken';
  }

  take(name: string, answered: boolean): void {
    this.taken.set(name, (this.taken.get(name) ?? 0) + 1);
    if (!answered) this.inDoubt.add(name);
  }
}

/** One connection: the message is known by its recipient's local part. */
class Session {
  private input = '';
  private name = '';
  private fate: Fate = 'taken';
  private inContent = false;

  constructor(
    private readonly socket: Socket,
    private readonly hop: FailingHop,
  ) {}

  read(text: string): void {
    this.input += text;
    for (let end = this.input.indexOf('\r\n'); end >= 0; end = this.input.indexOf('\r\n')) {
      const line = this.input.slice(0, end);
      this.input = this.input.slice(end + 2);
      if (this.socket.destroyed) return;
      if (!this.inContent) this.command(line);
      else if (line === '.') this.end();
    }
  }

  private command(line: string): void {
    if (line.startsWith('RCPT')) this.begin(/<([^@]*)@/.exec(line)?.[1] ?? '');
    if (line === 'QUIT') return void this.socket.end('221 bye\r\n');
    this.inContent = line === 'DATA' && !this.fate.startsWith('recipient') && this.fate !== 'data deferred';
    if (this.inContent && this.fate === 'lost in the content') return void this.socket.destroy();
    this.socket.write(`${this.inContent ? '354 go' : this.answer(line.slice(0, 4))}\r\n`);
  }

  private begin(name: string): void {
    this.name = name;
    this.fate = this.hop.fateOf(name);
  }

  private answer(verb: string): string {
    if (verb === 'RCPT' && this.fate === 'recipient deferred') return '450 4.2.1 not now';
    if (verb === 'RCPT' && this.fate === 'recipient refused') return '550 5.1.1 never';
    if (verb === 'DATA') return this.fate === 'data deferred' ? '451 4.3.0 not now' : '503 nobody';
    return '250 ok';
  }

  private end(): void {
    this.inContent = false;
    if (this.fate === 'taken' || this.fate === 'answer lost') this.hop.take(this.name, this.fate === 'taken');
    if (this.fate === 'answer lost') return void this.socket.destroy();
    const answers: Partial<Record<Fate, string>> = {
      'end deferred': '451 4.3.0 not now',
      'end refused': '554 5.6.0 never',
    };
    this.socket.write(`${answers[this.fate] ?? '250 2.0.0 taken'}\r\n`);
  }
}
