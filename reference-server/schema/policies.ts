/** The options of what is asked of strangers' mail. */

import type { GreylistOptions } from '../policies/greylist';
import type { PolicyOptions } from '../policies/options';
import type { RateOptions } from '../policies/rate';
import { type Check, type Fields, fitting, flag, list, object, upTo, whole, word } from './checks';
import { nameServer } from './relay';

const GREYLISTING: Fields<Required<GreylistOptions>> = { from: upTo(0), until: upTo(1), keep: upTo(1), clients: flag };
const RATE: Fields<RateOptions> = { messages: whole(1), within: whole(1) };

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
};

export const policies: Check = object(POLICIES);
