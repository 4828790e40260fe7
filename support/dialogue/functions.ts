import { createHash } from 'node:crypto';
import { DialogueError } from './errors';
import { scramFinal, scramFirst, scramVerifier } from './scram';

type Function = (args: Buffer[]) => Buffer;

const joined = (act: (bytes: Buffer) => string | Buffer): Function => {
  return (args) => Buffer.from(act(Buffer.concat(args)) as string);
};

/** So many arguments, each by itself. */
function apart<A extends Buffer[]>(count: A['length'], act: (...args: A) => Buffer): Function {
  return (args) => {
    if (args.length !== count)
      throw new DialogueError(`a function was given ${args.length} arguments and takes ${count}`);
    return act(...(args as A));
  };
}

/** What may be called inside of `${…}`; all but those of SCRAM join their arguments. */
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
  'scram-first': apart<[Buffer]>(1, scramFirst),
  'scram-final': apart<[Buffer, Buffer, Buffer]>(3, scramFinal),
  'scram-verifier': apart<[Buffer, Buffer, Buffer]>(3, scramVerifier),
};
