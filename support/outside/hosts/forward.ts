/** A host that hands on what it has taken, as one does where somebody's mail is forwarded, and that returns what nobody takes. */
import type { Transaction } from './record';

/** @throws where it is not taken */
export type Forward = (envelope: { from: string; to: string[] }, message: Buffer) => Promise<void>;

/** So often does a host take part in a loop: whoever has not ended it by then does not. RFC 5321 §6.3: a hundred hops are normal to bear. */
const MOST = 300;

export class Forwarding {
  private times = 0;

  constructor(
    private readonly name: string,
    private readonly forward: Forward,
  ) {}

  /** RFC 5321 §3.9.1: the reverse-path stays. @param to the address that everything goes to */
  async handOn({ reversePath, message }: Transaction, to: string): Promise<void> {
    if (message === undefined || ++this.times > MOST) return;
    const trace = Buffer.from(`Received: by ${this.name} with ESMTP id f${this.times};\r\n\t${DATE}\r\n`);
    try {
      await this.forward({ from: reversePath, to: [to] }, Buffer.concat([trace, message]));
    } catch (refusal) {
      if (reversePath !== '') await this.giveBack(reversePath, to, refusal);
    }
  }

  /** RFC 5321 §3.6.3, §6.1. */
  private async giveBack(reversePath: string, to: string, refusal: unknown): Promise<void> {
    const why = refusal instanceof Error ? refusal.message : 'it was refused';
    const lines = [
      `From: Mail Delivery System <postmaster@${this.name}>`,
      `To: <${reversePath}>`,
      `Date: ${DATE}`,
      `Message-ID: <returned-${this.times}@${this.name}>`,
      'Subject: Your message could not be delivered',
      'Auto-Submitted: auto-replied',
      '',
      `<${to}>: ${why.replace(/[^ -~]/g, ' ')}`,
      '',
    ];
    // Whoever does not take it either is not asked again.
    await this.forward({ from: '', to: [reversePath] }, Buffer.from(lines.join('\r\n'))).catch(() => {});
  }
}

const DATE = 'Tue, 05 Mar 2019 10:00:00 +0000';
