/** What a status line of a dialogue got. */
export interface Received {
  /** The first line of it, or `closed`, `silent`. */
  status: string;
  /** The line of the way out that was taken. */
  wayOut?: number;
}
