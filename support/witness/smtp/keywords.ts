/** The registry "SMTP Service Extensions", and the verbs that RFC 5321 §3.5.2 lets a server list. */
const REGISTERED: ReadonlySet<string> = new Set(
  `8BITMIME ATRN AUTH BINARYMIME BURL CHECKPOINT CHUNKING CONNEG CONPERM DELIVERBY DSN ENHANCEDSTATUSCODES ETRN EXPN FUTURERELEASE HELP LIMITS
  MT-PRIORITY MTRK NO-SOLICITING ONEX PIPELINING REQUIRETLS RRVS SAML SEND SIZE SMTPUTF8 SOML STARTTLS SUBMITTER TURN UTF8SMTP VERB VRFY`.split(
    /\s+/,
  ),
);

/** @param keyword in capitals; what begins with X is anybody's (RFC 5321 §2.2.2) */
export function isRegistered(keyword: string): boolean {
  return keyword.startsWith('X') || REGISTERED.has(keyword);
}
