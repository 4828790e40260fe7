/** Digits, and characters of ASCII between them: ten thousand numbers as one text cost less so than one by one. */

const ZERO = 48;
const SPACE = 32;
/** The longest number is 2^53 - 1. */
const LONGEST = 16;

/** Writes a text of whole numbers, 0 or more, and of characters of ASCII. */
export class NumberWriter {
  private octets = Buffer.allocUnsafe(256);
  private length = 0;

  number(value: number): void {
    this.makeRoom();
    let length = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) length++;
    let rest = value;
    for (let at = this.length + length - 1; at >= this.length; at--) {
      const tenth = Math.floor(rest / 10);
      this.octets[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    this.length += length;
  }

  character(code: number): void {
    this.makeRoom();
    this.octets[this.length++] = code;
  }

  get text(): string {
    return this.octets.toString('latin1', 0, this.length);
  }

  private makeRoom(): void {
    if (this.length + LONGEST <= this.octets.length) return;
    const larger = Buffer.allocUnsafe(2 * this.octets.length);
    this.octets.copy(larger);
    this.octets = larger;
  }
}

/** `1 2 3`. */
export function spaced(numbers: readonly number[]): string {
  const writer = new NumberWriter();
  for (let place = 0; place < numbers.length; place++) {
    if (place > 0) writer.character(SPACE);
    writer.number(numbers[place]!);
  }
  return writer.text;
}
