/** What is written to a connection: octets, or text that is written as UTF-8. */
export type Octets = Buffer | string;
