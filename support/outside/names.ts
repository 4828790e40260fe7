/** What a scenario's part of the Internet is called: names that no other scenario, process or run uses, so that no resolver's cache carries anything over. */

/** The domains that a scenario may speak of. */
export const DOMAINS = ['elsewhere', 'faraway', 'nowhere', 'marker', 'refused'] as const;
/** The hosts that it may name, each with its word in `${…}` and in its own name. */
export const HOSTS = {
  mx1: 'mx1',
  mx2: 'mx2',
  mx3: 'mx3',
  'the next hop': 'next-hop',
  'the marker host': 'marker-host',
  'the refusing host': 'refusing-host',
} as const;

export type DomainWord = (typeof DOMAINS)[number];
export type HostLabel = keyof typeof HOSTS;

export const HOST_LABELS = Object.keys(HOSTS) as readonly HostLabel[];

/** The scenario's own word in a name of any of these kinds; undefined in a name of somebody else. */
export function scenarioIn(name: string): string | undefined {
  const [, id] = /(?:^|\.)[a-z]+-([^.]+)\.test$/i.exec(name) ?? [];
  return id;
}

/** Whether mail for this address belongs to another scenario than a host does: a smarthost gets what all have left. */
export function isAnothers(path: string, host: string): boolean {
  const whose = scenarioIn(path.slice(path.lastIndexOf('@') + 1));
  return whose !== undefined && whose !== scenarioIn(host);
}

/** @param id the scenario's own word, of letters, digits and hyphens */
export function domainName(word: DomainWord, id: string): string {
  return `${word}-${id}.test`;
}

/** A host's name lies in no domain that mail is sent to: one host may serve several. */
export function hostName(label: HostLabel, id: string): string {
  return `${HOSTS[label]}.hosts-${id}.test`;
}

/** The name behind `${elsewhere}` or `${mx1}`, or undefined for a word that is none of these. */
export function outsideName(word: string, id: string): string | undefined {
  const domain = DOMAINS.find((each) => each === word);
  if (domain !== undefined) return domainName(domain, id);
  const host = HOST_LABELS.find((label) => HOSTS[label] === word);
  return host && hostName(host, id);
}
