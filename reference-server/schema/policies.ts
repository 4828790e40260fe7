/** The options of what is asked of strangers' mail, and of how one's own is signed. */

import { createPrivateKey } from 'node:crypto';
import { isCanonicalization } from '../policies/dkim/canonical';
import type { SigningOptions } from '../policies/dkim/signer';
import type { GreylistOptions } from '../policies/greylist';
import type { PolicyOptions } from '../policies/options';
import type { RateOptions } from '../policies/rate';
import { type Check, type Fields, fitting, flag, list, object, upTo, whole, word } from './checks';
import { nameServer } from './relay';

const GREYLISTING: Fields<Required<GreylistOptions>> = { from: upTo(0), until: upTo(1), keep: upTo(1), clients: flag };
const RATE: Fields<RateOptions> = { messages: whole(1), within: whole(1) };

const fieldName = fitting(
  'the name of a field',
  (value) => typeof value === 'string' && /^[\x21-\x39\x3b-\x7e]+$/.test(value),
);
const label = fitting(
  'a name of the DNS',
  (value) => typeof value === 'string' && /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u.test(value),
);
const SIGNING: Fields<Required<SigningOptions>> = {
  domain: label,
  selector: label,
  key: fitting('the PEM of an RSA key of 1024 bits or more', isSigningKey),
  fields: list(fieldName),
  canonicalization: fitting('simple or relaxed for the header, /, and one of them for the body', (value) => {
    const names = String(value).split('/');
    return names.length === 2 && names.every(isCanonicalization);
  }),
  lasts: whole(1000),
};

function isSigningKey(value: unknown): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(String(value));
    // RFC 8301 §3.2.
    return asymmetricKeyType === 'rsa' && asymmetricKeyDetails!.modulusLength! >= 1024;
  } catch {
    return false;
  }
}

const POLICIES: Fields<Required<PolicyOptions>> = {
  nameServers: list(nameServer),
  names: fitting('a resolver', (value) => typeof value === 'object' && value !== null && 'txt' in value),
  spf: fitting('true, false or strict', (value) => typeof value === 'boolean' || value === 'strict'),
  receivedSpf: flag,
  dkim: flag,
  dmarc: flag,
  results: flag,
  greylisting: object(GREYLISTING),
  blocklists: list(word),
  rate: object(RATE, ['messages', 'within']),
  signing: object(SIGNING, ['domain', 'selector', 'key']),
};

export const policies: Check = object(POLICIES);
