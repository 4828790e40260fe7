import { createHash } from 'node:crypto';

type Function = (args: Buffer[]) => Buffer;

const joined = (act: (bytes: Buffer) => string | Buffer): Function => {
  return (args) => Buffer.from(act(Buffer.concat(args)) as string);
};

/** What may be called inside of `${…}`; the arguments are joined. */
export const FUNCTIONS: Record<string, Function> = {
  base64: joined((bytes) => bytes.toString('base64')),
  upper: joined((bytes) => bytes.toString('utf8').toUpperCase()),
  lower: joined((bytes) => bytes.toString('utf8').toLowerCase()),
  size: joined((bytes) => String(bytes.length)),
  /** As an IMAP quoted string: RFC 3501 §4.3. */
  quoted: joined((bytes) => Buffer.from(`"${bytes.toString('latin1').replace(/[\\"]/g, '\\$&')}"`, 'latin1')),
  /** Dots doubled at the beginning of lines: RFC 5321 §4.5.2, RFC 1939 §3. */
  stuffed: joined((bytes) => Buffer.from(bytes.toString('latin1').replace(/^\./gm, '..'), 'latin1')),
  md5: joined((bytes) => createHash('md5').update(bytes).digest('hex')),
};
