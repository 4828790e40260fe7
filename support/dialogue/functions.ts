import { createHash, createHmac } from 'node:crypto';
import { clientHello } from '../wire/client-hello';
import { quoted } from '../wire/framing/imap-quoted';
import { publicKey } from './dkim/keys';
import { dkimSignature } from './dkim/sign';
import { DialogueError } from './errors';
import { scramFinal, scramFirst, scramVerifier } from './scram';

type Function = (args: Buffer[]) => Buffer;

const MANY = Number.POSITIVE_INFINITY;

const joined = (act: (bytes: Buffer) => string | Buffer): Function => {
  return (args) => Buffer.from(act(Buffer.concat(args)) as string);
};

/** So many arguments, each by itself, and perhaps more. */
function apart(count: number, act: (...args: Buffer[]) => Buffer, most = count): Function {
  return (args) => {
    if (args.length < count || args.length > most)
      throw new DialogueError(`a function was given ${args.length} arguments and takes ${count}`);
    return act(...args);
  };
}

/** What stands behind the first `after`, up to the `before` that follows, or to the end. */
function between(whole: Buffer, after: Buffer, before?: Buffer): Buffer {
  const found = whole.indexOf(after);
  const start = found + after.length;
  const end = before === undefined ? whole.length : whole.indexOf(before, start);
  if (found < 0 || end < 0)
    throw new DialogueError('between(…) was asked for what stands between texts that are not there');
  return whole.subarray(start, end);
}

/** The answer of CRAM-MD5 (RFC 2195 §2). @param challenge in base64, as it came */
function cramMd5(user: Buffer, password: Buffer, challenge: Buffer): Buffer {
  const text = Buffer.from(challenge.toString('latin1'), 'base64');
  return Buffer.concat([user, Buffer.from(` ${createHmac('md5', password).update(text).digest('hex')}`)]);
}

/** What may be called inside of `${…}`; the `joined` ones join their arguments. */
export const FUNCTIONS: Record<string, Function> = {
  base64: joined((bytes) => bytes.toString('base64')),
  upper: joined((bytes) => bytes.toString('utf8').toUpperCase()),
  lower: joined((bytes) => bytes.toString('utf8').toLowerCase()),
  size: joined((bytes) => String(bytes.length)),
  /** As an IMAP quoted string: RFC 3501 §4.3. */
  quoted: joined((bytes) => Buffer.from(quoted(bytes.toString('latin1')), 'latin1')),
  /** Dots doubled at the beginning of lines: RFC 5321 §4.5.2, RFC 1939 §3. */
  stuffed: joined((bytes) => Buffer.from(bytes.toString('latin1').replace(/^\./gm, '..'), 'latin1')),
  between: apart(2, (whole, after, before) => between(whole!, after!, before), 3),
  md5: joined((bytes) => createHash('md5').update(bytes).digest('hex')),
  'client-hello': apart(2, (version, suites, ...rest) => clientHello(version!, suites!, ...rest), 4),
  dkim: apart(1, (message, ...said) => dkimSignature(message!, ...said), MANY),
  'public-key': apart(1, (name, form) => publicKey(name!, form), 2),
  'cram-md5': apart(3, (user, password, challenge) => cramMd5(user!, password!, challenge!)),
  'scram-first': apart(1, (user, ...otherwise) => scramFirst(user!, ...otherwise), MANY),
  'scram-final': apart(3, (user, ...rest) => scramFinal(user!, rest[0]!, rest[1]!, ...rest.slice(2)), MANY),
  'scram-verifier': apart(3, (user, ...rest) => scramVerifier(user!, rest[0]!, rest[1]!, ...rest.slice(2)), MANY),
};

/** The part of a function's value that follows from a password: who sees it can try out passwords by himself. */
const DERIVED: Readonly<Record<string, RegExp>> = {
  md5: /.+/s,
  'cram-md5': /[0-9a-f]+$/,
  'scram-final': /(?<=,p=).*$/s,
  'scram-verifier': /(?<=^v=).*$/s,
};

/** What of this function's value nobody shall see. */
export function derivedSecret(name: string, value: Buffer): string | undefined {
  return Object.hasOwn(DERIVED, name) ? DERIVED[name]!.exec(value.toString('latin1'))?.[0] : undefined;
}
