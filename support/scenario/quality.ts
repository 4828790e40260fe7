/** What the lines of a reply are asked for that no pattern can say. */
export interface Quality {
  /** The first line of EHLO's reply names the server: it is no keyword; POP3's is the status. */
  fromLine: number;
  /** `first` is the reply's first line. */
  holds(line: Buffer, first: Buffer): boolean;
}
