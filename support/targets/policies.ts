/** What a target may do with mail from strangers that not every server does: the words of `policies` in a target file, and of `@needs-policy-…`. */

export const POLICIES = {
  spf: 'what the sender’s SPF record forbids is refused (RFC 7208)',
  'received-spf': 'what SPF gave is written on top of the message, in Received-SPF (RFC 7208 §9.1)',
  greylisting: 'a first attempt is put off, and one that comes later is taken (RFC 6647)',
  'greylisting-clients': 'whose second attempt was taken is not put off any more, whatever the envelope (RFC 6647)',
  dnsbl: 'addresses are refused that dnsbl.mailspec.test lists (RFC 5782)',
  rate: 'of one address no more than 20 messages are taken in the time that timing.rate says',
  dkim: 'the signatures of messages are verified, and told with results (RFC 6376)',
  dmarc: 'what the domain of the From field asks to refuse is refused (RFC 7489)',
  'dkim-signing': 'what users submit for elsewhere is signed for the domain of its author (RFC 6376)',
  results: 'what was found of a message is written on top of it, in Authentication-Results (RFC 8601)',
} as const;

export type PolicyWord = keyof typeof POLICIES;

export function isPolicy(word: string): word is PolicyWord {
  return Object.hasOwn(POLICIES, word);
}
