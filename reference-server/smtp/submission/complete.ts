/**
 * What a server for users adds to a message that lacks it (RFC 6409 §8.1 to §8.3, RFC 5321 §6.4). What is there and right stays, octet by
 * octet, and so does the body.
 */

import type { Directory } from '../../auth/directory';
import { formatDate } from '../../delivery/date';
import type { Field } from '../../mime/header';
import type { Clock } from '../../net/clock';
import type { Account } from '../../store/types';
import { type Address, addressesOf, fieldsNamed } from './header';

export interface Completing {
  readonly hostname: string;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly random: (octets: number) => Buffer;
}

const ATOMS = /[\w!#$%&'*+/=?^`{|}~\x80-\xff-]+(?:\.[\w!#$%&'*+/=?^`{|}~\x80-\xff-]+)*/.source;
/** RFC 5322 §3.6.4 and §4.5.4, with comments around it. */
const MESSAGE_ID = new RegExp(
  `^(?:\\([^()]*\\)|\\s)*<(?:${ATOMS}|"(?:[^"\\\\]|\\\\.)*")@(?:${ATOMS}|\\[[^[\\]\\\\\\s]*\\])>(?:\\([^()]*\\)|\\s)*$`,
);

/**
 * @param fields those that the content begins with
 * @param account who has logged in; undefined where nobody has
 */
export function completed(
  content: Buffer,
  fields: readonly Field[],
  account: Account | undefined,
  { hostname, directory, clock, random }: Completing,
): Buffer {
  const added: string[] = [];
  const replaced: Field[] = [];
  if (fieldsNamed(fields, 'Date').length === 0) added.push(`Date: ${formatDate(clock.now())}`);
  const ids = fieldsNamed(fields, 'Message-ID');
  if (!ids.some(({ value }) => MESSAGE_ID.test(value))) {
    added.push(`Message-ID: <${random(16).toString('hex')}@${hostname}>`);
    replaced.push(...ids);
  }
  if (account) {
    const own = (field: Field) => addressesOf(field).some((address) => isOf(account, address, directory));
    const senders = fieldsNamed(fields, 'Sender');
    // RFC 6409 §8.1: only where From does not say who it is.
    if (!fieldsNamed(fields, 'From').some(own) && !senders.some(own)) {
      added.push(`Sender: <${account.address}>`);
      replaced.push(...senders);
    }
  }
  return added.length === 0 ? content : edited(content, fields, replaced, added);
}

function isOf(account: Account, { local, domain }: Address, directory: Directory): boolean {
  return directory.isLocal(domain) && directory.resolve(local, domain)?.id === account.id;
}

/** The fields stand behind the others: trace fields stay on top (RFC 5322 §3.6). */
function edited(content: Buffer, fields: readonly Field[], replaced: readonly Field[], added: string[]): Buffer {
  const end = fields.at(-1)?.end ?? 0;
  const kept = fields
    .filter((field) => !replaced.includes(field))
    .map(({ start, end }) => content.subarray(start, end));
  const rest = content.subarray(end);
  // A body that no empty line parts from the header gets one: it must not become a field.
  const parted = rest.length === 0 || rest.subarray(0, 2).toString('latin1') === '\r\n';
  const lines = added.map((line) => `${line}\r\n`).join('');
  return Buffer.concat([...kept, Buffer.from(`${lines}${parted ? '' : '\r\n'}`), rest]);
}
