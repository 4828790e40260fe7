/** What a click caused: the IMAP and SMTP that was spoken for it, which the panel of the page shows. */

export interface Line {
  readonly protocol: 'imap' | 'smtp';
  readonly from: 'client' | 'server';
  readonly text: string;
}

/** Characters of a line and lines of a click that are kept. */
const LONGEST = 1000;
const MOST = 400;

export class Click {
  readonly lines: Line[] = [];
  /** Lines beyond those that are kept. */
  left = 0;

  constructor(
    readonly id: number,
    readonly what: string,
    readonly at: number,
  ) {}

  add(protocol: Line['protocol'], from: Line['from'], text: string): void {
    for (const line of text.split(/\r?\n/)) {
      if (this.lines.length >= MOST) this.left++;
      else this.lines.push({ protocol, from, text: line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line });
    }
  }
}

/** The last clicks of a session. */
export class Clicks {
  private readonly kept: Click[] = [];
  private next = 1;

  constructor(
    private readonly now: () => number,
    private readonly most = 20,
  ) {}

  begin(what: string): Click {
    const click = new Click(this.next++, what, this.now());
    this.kept.push(click);
    if (this.kept.length > this.most) this.kept.shift();
    return click;
  }

  /** Those in which something was said, newest first. */
  all(): Click[] {
    return this.kept.filter(({ lines }) => lines.length > 0).reverse();
  }
}
