/** What the server asks the domain name system, and what may come of it. */

export interface MailExchanger {
  /** Without a final dot; '' is the root, which means: no mail (RFC 7505 §3). */
  readonly exchange: string;
  readonly preference: number;
}

/** The three ways in which nothing is found are told apart: each means something else for mail (RFC 5321 §5.1). */
export type Answer<T> =
  | { readonly kind: 'found'; readonly records: readonly T[] }
  /** There is no such name. */
  | { readonly kind: 'no-domain' }
  /** The name is there, and has no record of this type. */
  | { readonly kind: 'no-data' }
  /** Nobody knows now: no server answered, or none that would. */
  | { readonly kind: 'failed'; readonly why: string };

export interface Resolver {
  /** CNAMEs are followed (RFC 5321 §5.1). */
  mx(domain: string): Promise<Answer<MailExchanger>>;
  /** A and AAAA together, in the order to try them. */
  addresses(host: string): Promise<Answer<string>>;
}
