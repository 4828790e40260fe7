/** A webmail of the target: an application over HTTP. It is no service of mail, and has no greeting: it stands beside them. */

export interface WebmailSettings {
  /** Where its first page is. */
  url: string;
  /** Who knows its pages: a name of support/webmail/adapters.ts. */
  adapter: string;
}
