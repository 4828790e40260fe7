/** What policies ask the domain name system besides: each kind of record by itself. */

import type { Answer, MailExchanger } from './resolver';

export interface Names {
  mx(domain: string): Promise<Answer<MailExchanger>>;
  /** The character-strings of each record, apart. */
  txt(name: string): Promise<Answer<readonly string[]>>;
  ipv4(host: string): Promise<Answer<string>>;
  ipv6(host: string): Promise<Answer<string>>;
  /** The names of an address, by `in-addr.arpa` and `ip6.arpa`. */
  pointers(address: string): Promise<Answer<string>>;
}
