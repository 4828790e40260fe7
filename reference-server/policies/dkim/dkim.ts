/** Whether the signatures of a message are those of the domains that they name (RFC 6376 §6). */

import { createHash, type KeyObject, verify } from 'node:crypto';
import type { Names } from '../../dns/names';
import { type Field, sameName } from '../../mime/header';
import type { Clock } from '../../net/clock';
import { canonicalBody } from './canonical';
import { type KeyRecord, readKeyRecord, rsaKeyOf } from './key';
import { DkimError, type DkimResult } from './result';
import { readSignature, type Signature } from './signature';
import { fieldsNamed, type SignedMessage, signedHeader, takenApart } from './signed-message';

/** RFC 6376 §6.1: to try more is to work for whoever sends them. */
const MOST_SIGNATURES = 10;
/** RFC 8301 §3.2, in bits. */
const SHORTEST_KEY = 1024;

export class Dkim {
  constructor(private readonly parts: { readonly names: Names; readonly clock: Clock }) {}

  /** One for each signature that is looked at. Never fails: what goes wrong is a result, too. */
  async check(content: Buffer): Promise<DkimResult[]> {
    const message = takenApart(content);
    return await Promise.all(this.signaturesOf(message).map((field) => this.judge(field, message)));
  }

  signaturesOf({ fields }: SignedMessage): Field[] {
    return fields.filter(({ name }) => sameName(name, 'DKIM-Signature')).slice(0, MOST_SIGNATURES);
  }

  private async judge(field: Field, message: SignedMessage): Promise<DkimResult> {
    let known: Partial<Signature> = {};
    try {
      const signature = this.read(field);
      known = signature;
      await this.verify(signature, message);
      return { word: 'pass', domain: signature.domain, selector: signature.selector };
    } catch (error) {
      if (!(error instanceof DkimError)) throw error;
      const { domain, selector } = known;
      return { word: error.word, why: error.message, ...(domain && { domain }), ...(selector && { selector }) };
    }
  }

  /** @throws DkimError */
  read(field: Field): Signature {
    return readSignature(field);
  }

  /** @throws DkimError where it does not hold */
  async verify(signature: Signature, message: SignedMessage): Promise<void> {
    const hash = this.hashOf(signature);
    this.checkTime(signature);
    const key = await this.keyOf(signature, hash);
    const body = this.bodyOf(signature, message);
    if (!createHash(hash).update(body, 'latin1').digest().equals(signature.bodyHash))
      throw new DkimError('fail', 'the body is another one');
    const header = Buffer.from(this.headerOf(signature, message), 'latin1');
    if (!verify(hash, header, key, signature.value)) throw new DkimError('fail', 'the signature does not fit');
  }

  /** @throws DkimError */
  hashOf({ algorithm }: Signature): string {
    // RFC 8301 §3.1: what SHA-1 has signed has failed for good.
    if (algorithm === 'rsa-sha1') throw new DkimError('policy', 'signed with SHA-1');
    if (algorithm !== 'rsa-sha256') throw new DkimError('neutral', 'by an algorithm that nobody knows here');
    return 'sha256';
  }

  /** @throws DkimError */
  checkTime({ expires }: Signature): void {
    if (expires !== undefined && expires * 1000 < this.parts.clock.now())
      throw new DkimError('policy', 'it is too old');
  }

  /** RFC 6376 §6.1.2. @throws DkimError */
  async keyOf(signature: Signature, hash: string): Promise<KeyObject> {
    const name = `${signature.selector}._domainkey.${signature.domain}`;
    const answer = await this.parts.names.txt(name);
    if (answer.kind === 'failed') throw new DkimError('temperror', 'its key cannot be had now');
    if (answer.kind !== 'found') throw new DkimError('permerror', 'there is no key');
    const records = answer.records.flatMap((strings) => this.recordOf(strings.join('')) ?? []);
    const [record] = records;
    if (!record) throw new DkimError('permerror', 'the record of its key is none');
    this.checkRecord(record, signature, hash);
    const key = rsaKeyOf(record.data);
    if (!key) throw new DkimError('permerror', 'its key is none');
    this.checkKey(key);
    return key;
  }

  recordOf(text: string): KeyRecord | undefined {
    return readKeyRecord(text);
  }

  /** What the record says of its use. @throws DkimError */
  checkRecord(record: KeyRecord, { agent, domain }: Signature, hash: string): void {
    const refuse = (why: string) => new DkimError('permerror', why);
    if (record.type !== 'rsa') throw refuse('its key is for another algorithm');
    if (record.hashes && !record.hashes.includes(hash)) throw refuse('its key is not for this hash');
    if (!record.services.some((service) => service === '*' || service === 'email'))
      throw refuse('its key is not for mail');
    if (record.data === '') throw refuse('its key was revoked');
    if (record.flags.includes('s') && agent !== domain) throw refuse('its key is not for names below the domain');
    // RFC 6376 §3.6.1: a message of a domain that only tests is as good as one without a signature.
    if (record.flags.includes('y')) throw new DkimError('policy', 'testing');
  }

  /** @throws DkimError */
  checkKey({ asymmetricKeyDetails }: KeyObject): void {
    if ((asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_KEY)
      throw new DkimError('policy', 'its key is too short');
  }

  /** What bh= stands for. Text behind what was signed might be anybody's (RFC 6376 §8.2). @throws DkimError */
  bodyOf({ body, length }: Signature, message: SignedMessage): string {
    const whole = canonicalBody(message.body, body);
    if (length === undefined) return whole;
    if (length > whole.length) throw new DkimError('neutral', 'l= is more than there is');
    if (length < whole.length) throw new DkimError('policy', 'there is more than was signed');
    return whole;
  }

  /** What b= stands for: the signed fields, and the signature itself without its value (RFC 6376 §3.7). */
  headerOf(signature: Signature, message: SignedMessage): string {
    const { field, header } = signature;
    const text = message.content.toString('latin1', field.start, field.end);
    const own = text.replace(/^([^:]*:(?:[^;]*;)*?\s*b\s*=)[^;]*/, '$1');
    return signedHeader(message, this.signedFields(signature, message), own, header);
  }

  /** The fields of h=. */
  signedFields({ names, field }: Signature, { fields }: SignedMessage): Field[] {
    return fieldsNamed(
      names,
      fields.filter((one) => one !== field),
    );
  }
}
