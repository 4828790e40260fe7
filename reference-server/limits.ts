/** What a server bears. */

export interface Limits {
  /** Octets of the largest message taken (SMTP SIZE, IMAP APPENDLIMIT). */
  messageSize: number;
  /** RCPT commands in one transaction; RFC 5321 §4.5.3.1.8 asks for at least 100. */
  recipients: number;
  /** Octets of stored mail an account may hold; Infinity for no quota. */
  quota: number;
  /** Wrong commands after which the connection is closed. */
  errors: number;
  /** Failed logins after which the connection is closed. */
  badLogins: number;
  /** Connections at once from one address. */
  connections: number;
  /** Milliseconds without input before the server hangs up; as the protocol asks, when absent. */
  idle?: number;
  /** Seconds that must lie between two POP3 logins of an account (RFC 2449 §6.5); 0 for none. */
  loginDelay: number;
}

export const DEFAULT_LIMITS: Limits = {
  messageSize: 25 * 1024 * 1024,
  recipients: 1000,
  quota: Number.POSITIVE_INFINITY,
  errors: 20,
  badLogins: 5,
  connections: 200,
  loginDelay: 0,
};
