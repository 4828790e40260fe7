/** The services of a mail system: the suite's one list of them. */

/** Each with its port; those that end in `s` speak TLS from the first octet. RFC 5321, 6409, 8314, 1939 and 3501; LMTP has no port of its own. */
export const PORTS = {
  smtp: 25,
  submission: 587,
  submissions: 465,
  lmtp: 24,
  pop3: 110,
  pop3s: 995,
  imap: 143,
  imaps: 993,
} as const;

export type ServiceName = keyof typeof PORTS;

export const SERVICES = Object.keys(PORTS) as readonly ServiceName[];
