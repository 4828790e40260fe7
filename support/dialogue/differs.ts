/** What a matcher found wrong; the player shows it with the dialogue around it. */
export class Differs extends Error {
  constructor(
    /** `status-differs`, `command-differs`, `text-differs`, `missing-line`, `forbidden-line`, `payload-differs`, `not-silent`, `bytes-left`, those of expect-tls.ts. */
    readonly code: string,
    readonly reason: string,
    /** The line of the dialogue it is about. */
    readonly line: number,
    /** What came. */
    readonly came: Buffer,
    /** Where in it the difference lies. */
    readonly at?: number,
  ) {
    super(reason);
  }
}
