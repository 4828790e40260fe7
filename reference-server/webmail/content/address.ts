/** Who a message says it is from, as a list or a head shows it: the address always, the name only beside it. */
import { domainToASCII } from 'node:url';
import { shownText } from './shown-text';

/** As parsers give it: of postal-mime, of imapflow's envelope. */
export interface RawAddress {
  name?: string | undefined;
  address?: string | undefined;
  group?: readonly RawAddress[] | undefined;
}

export interface ShownAddress {
  /** The display name; empty where there is none. */
  name: string;
  /** `alice@example.test`; empty where the field has none that can be read. */
  address: string;
  /** The domain as the DNS knows it, where that is spelled otherwise (IDNA): what looks like another letter is seen here. */
  ascii?: string;
  /** The name holds another address than the one it belongs to: show it with a warning. */
  pretends: boolean;
  /** All of it in one line, the address not to be pushed out of sight by a long name. */
  label: string;
}

/** Enough for a name of many words, short of what pushes the address out of a line. */
const NAME = 80;
/** RFC 5321 §4.5.3.1: 64 of the local part, 255 of the domain. */
const ADDRESS = 320;
/** After NFKC, by which ＠ and ﹫ are `@`. */
const ADDRESS_WITHIN = /[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g;

/** Groups (RFC 5322 §3.4) are opened: their members are shown. */
export function shownAddresses(addresses: readonly RawAddress[] = []): ShownAddress[] {
  return addresses.flatMap(({ group, ...one }) => (group === undefined ? [shownAddress(one)] : shownAddresses(group)));
}

export function shownAddress({ name = '', address = '' }: RawAddress): ShownAddress {
  const shown = shownText(address, ADDRESS).replace(/\s+/g, '');
  const called = shownText(name, NAME);
  const ascii = asciiDomain(shown);
  const known = ascii === undefined ? '' : ` (${ascii})`;
  const bare = shown === '' ? '(no address)' : `${shown}${known}`;
  return {
    name: called,
    address: shown,
    ...(ascii === undefined ? {} : { ascii }),
    pretends: holdsAnother(called, shown),
    label: called === '' || called === shown ? bare : `${called} ${shown === '' ? bare : `<${shown}>${known}`}`,
  };
}

function asciiDomain(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (/^[\x21-\x7e]*$/.test(domain)) return undefined;
  return domainToASCII(domain) || 'no domain';
}

function holdsAnother(name: string, address: string): boolean {
  const within = name.normalize('NFKC').match(ADDRESS_WITHIN) ?? [];
  return within.some((one) => one.toLowerCase().replace(/\.$/, '') !== address.toLowerCase());
}
