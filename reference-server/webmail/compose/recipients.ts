/** What a person wrote into To, Cc and Bcc. */

import parse from 'nodemailer/lib/addressparser';
import type { Address } from '../mail/addresses';

export interface Recipients {
  readonly addresses: readonly Address[];
  /** What is no address. */
  readonly wrong: readonly string[];
}

/** A list of addresses as RFC 5322 writes it, semicolons and new lines allowed for commas, as people write them. */
export function recipientsOf(field: string): Recipients {
  const addresses: Address[] = [];
  const wrong: string[] = [];
  for (const { name, address } of parse(field.replace(/[\r\n]+/g, ', '), { flatten: true })) {
    const found = address ?? '';
    if (isAddress(found)) addresses.push({ name: name ?? '', address: found });
    else wrong.push(found || name || '');
  }
  return { addresses, wrong };
}

/** Local part and domain, with nothing in them that could end a line or a command. RFC 6531 §3.3: more than ASCII is fine. */
export function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s\p{Cc}<>]+@[^\s\p{Cc}<>@,;]+$/u.test(text);
}
