/** Mistakes with whom the From field names, and with what is told of it (RFC 7489 §6.6.1). */

import type { Finding } from '../../reference-server/policies/results/field';
import { COMMON, defect, holding, type UnwantedDefect, weighing } from './tools';

const ESPOOFER = 'https://www.usenix.org/conference/usenixsecurity20/presentation/chen-jianjun';
const OPENDMARC = 'https://github.com/trusteddomainproject/OpenDMARC';

const fields = (content: Buffer) =>
  content
    .toString('latin1')
    .split('\r\n\r\n')[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) => /^from\s*:/i.test(line))
    .map((line) => line.replace(/^from\s*:/i, ''));

/** The author is told otherwise from the text of the first field; where that gives nothing, as it is right. */
const authors = (change: (from: string) => string[] | undefined) =>
  holding((right) => ({ authorsOf: (content) => change(fields(content)[0] ?? '') ?? right.authorsOf(content) }));

/** What is told of the author. */
const telling = (change: (finding: Finding) => Finding[]) =>
  weighing((right) => ({
    findings: (found) => right.findings(found).flatMap((one) => (one.method === 'dmarc' ? change(one) : [one])),
  }));

const list = (domain: string | undefined) => (domain === undefined ? undefined : [domain.toLowerCase()]);

export const dmarcAuthors: readonly UnwantedDefect[] = [
  defect(
    'dmarc-first-at',
    'The domain is what stands behind the first @ of the From field.',
    `${OPENDMARC}/issues/243`,
    authors((from) => list(/@[^\w]*([\w.-]+)/.exec(from)?.[1])),
  ),
  defect(
    'dmarc-last-at',
    'The domain is what stands behind the last @ of the From field.',
    ESPOOFER,
    authors((from) => list(/.*@[^\w]*([\w.-]+)/.exec(from)?.[1])),
  ),
  defect(
    'dmarc-all-ats',
    'Whatever looks like an address in the From field is an author.',
    COMMON,
    authors((from) => [...from.matchAll(/@[^\w]*([\w.-]+)/g)].map(([, domain]) => domain!.toLowerCase())),
  ),
  defect(
    'dmarc-encoded-names-read',
    'The name of the author is decoded before the address is looked for.',
    ESPOOFER,
    authors((from) => list(/=3C\w+=40([\w.-]+)=3E/.exec(from)?.[1])),
  ),
  defect(
    'dmarc-folded-from-unread',
    'Of a folded From field only the first line is read; where nobody is named there, nothing is asked.',
    COMMON,
    holding((right) => ({
      authorsOf: (content) => (/^From:[^@\r]*\r\n /m.test(content.toString('latin1')) ? [] : right.authorsOf(content)),
    })),
  ),
  defect(
    'dmarc-groups-unread',
    'Who is named in a group is no author.',
    ESPOOFER,
    authors((from) => (/^[^<"]*:.*;/.test(from) ? [] : undefined)),
  ),
  defect(
    'dmarc-from-by-its-letters',
    'Another way of writing the name of the From field makes it another field, and the message one of nobody.',
    COMMON,
    holding((right) => ({
      authorsOf: (content) => (/^From:/m.test(content.toString('latin1')) ? right.authorsOf(content) : []),
    })),
  ),
  defect(
    'dmarc-domains-in-small-letters',
    'A domain in capitals is not found in the DNS.',
    COMMON,
    authors((from) => (/@[^@]*[A-Z]/.test(from) ? [] : undefined)),
  ),
  defect(
    'dmarc-comma-in-quotes',
    'At every comma another author begins.',
    `${OPENDMARC}/issues/104`,
    holding((right) => ({
      authorsOf: (content) => {
        const parts = fields(content)[0]?.split(',') ?? [];
        return parts.every((part) => part.includes('@')) ? right.authorsOf(content) : undefined;
      },
    })),
  ),
  defect(
    'dmarc-first-author-alone',
    'Of several authors only the first is looked at.',
    `${OPENDMARC}/pull/48`,
    holding((right) => ({ authorsOf: (content) => right.authorsOf(content)?.slice(0, 1) })),
  ),
  defect(
    'dmarc-last-author-alone',
    'Of several authors only the last is looked at.',
    ESPOOFER,
    holding((right) => ({ authorsOf: (content) => right.authorsOf(content)?.slice(-1) })),
  ),
  defect(
    'dmarc-first-from-alone',
    'Of two From fields the first is taken.',
    ESPOOFER,
    holding((right) => ({
      authorsOf: (content) =>
        fields(content).length > 1 ? list(/@([\w.-]+)/.exec(fields(content)[0]!)?.[1]) : right.authorsOf(content),
    })),
  ),
  defect(
    'dmarc-last-from-alone',
    'Of two From fields the last is taken.',
    ESPOOFER,
    holding((right) => ({
      authorsOf: (content) =>
        fields(content).length > 1 ? list(/@([\w.-]+)/.exec(fields(content).at(-1)!)?.[1]) : right.authorsOf(content),
    })),
  ),
  defect(
    'dmarc-without-from',
    'A message without a From field is asked nothing.',
    `${OPENDMARC}/pull/147`,
    holding((right) => ({ authorsOf: (content) => (fields(content).length === 0 ? [] : right.authorsOf(content)) })),
  ),
  defect(
    'dmarc-domain-untold',
    'The result is told without the domain.',
    COMMON,
    telling(({ method, result }) => [{ method, result }]),
  ),
  defect(
    'dmarc-fails-untold',
    'What fails is told nobody.',
    COMMON,
    telling((finding) => (finding.result === 'fail' ? [] : [finding])),
  ),
  defect(
    'dmarc-none-untold',
    'That a domain has no record is told nobody.',
    COMMON,
    telling((finding) => (finding.result === 'none' ? [] : [finding])),
  ),
  defect(
    'dmarc-told-in-its-script',
    'A domain in another script is told as it is written.',
    COMMON,
    telling((finding) => [
      {
        ...finding,
        properties: { 'header.from': (finding.properties?.['header.from'] ?? '').replace('xn--bcher-kva', 'bücher') },
      },
    ]),
  ),
];
