/** What a domain asks for of mail in its name (RFC 7489 §6.3). */

import { parseTags } from '../dkim/tags';

const WISHES = ['none', 'quarantine', 'reject'] as const;
export type Wish = (typeof WISHES)[number];

export interface DmarcRecord {
  /** p= */
  readonly own: Wish;
  /** sp=; that of p= where it is absent. */
  readonly below: Wish;
  readonly strict: { readonly dkim: boolean; readonly spf: boolean };
  /** pct= */
  readonly percent: number;
}

/** RFC 7489 §6.6.3: what begins otherwise is no record of DMARC. */
export function isDmarc(text: string): boolean {
  return /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}

/** Undefined where nothing can be made of it (RFC 7489 §6.6.3); what is wrong behind p= and sp= counts as absent. */
export function readDmarcRecord(text: string): DmarcRecord | undefined {
  const tags = tagsOf(text);
  const own = wishOf(tags.get('p') ?? '');
  const below = tags.has('sp') ? wishOf(tags.get('sp')!) : own;
  const isReported = /^mailto:[^,@\s]+@[^,@\s]/i.test(tags.get('rua') ?? '');
  const isUsable = own !== undefined && below !== undefined;
  if (!isUsable && !isReported) return undefined;
  const percent = tags.get('pct') ?? '';
  return {
    own: isUsable ? own : 'none',
    below: isUsable ? below : 'none',
    strict: { dkim: tags.get('adkim')?.toLowerCase() === 's', spf: tags.get('aspf')?.toLowerCase() === 's' },
    percent: /^\d{1,3}$/.test(percent) && Number(percent) <= 100 ? Number(percent) : 100,
  };
}

/** Tag by tag: one that is wrong does not spoil the others. */
function tagsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const spec of text.split(';'))
    for (const [name, value] of parseTags(spec) ?? []) if (!found.has(name)) found.set(name, value);
  return found;
}

function wishOf(value: string): Wish | undefined {
  return WISHES.find((wish) => wish === value.toLowerCase());
}
