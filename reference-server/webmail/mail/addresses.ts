/** Addresses as pages show them and forms take them. */

import type { MessageAddressObject } from 'imapflow';

export interface Address {
  readonly name: string;
  readonly address: string;
}

export function addressesOf(given: readonly MessageAddressObject[] | undefined): Address[] {
  return (given ?? []).flatMap(({ name, address }) =>
    address ? [{ name: name === address ? '' : (name ?? ''), address }] : [],
  );
}

/** As a field of a form has it. RFC 5322 §3.2.4: what is no atom is quoted. */
export function written({ name, address }: Address): string {
  if (name === '') return address;
  const plain = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~ -]+$/u.test(name);
  return `${plain ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${address}>`;
}

export function writtenAll(addresses: readonly Address[]): string {
  return addresses.map(written).join(', ');
}

export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
