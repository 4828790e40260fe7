/** What a target's signature must be (RFC 6376): it verifies under the key that its domain has published, and says what the scenario asks for. */
import { type Found, listOf, signaturesOf, type Tags } from '../dialogue/dkim/verify';
import type { Scope } from '../dialogue/scope';
import { Mismatch } from '../outcome';
import { headerFields } from './message';

/** The columns of “is signed by … with:”. */
export const SIGNATURE_COLUMNS = ['tag', 'value'] as const;

export type SignatureRow = { tag: string; value: string };

const ABSENT = '${absent}';
/** Seconds by which the time of a signature and that of the trace may differ. */
const A_DAY = 86_400;

/**
 * Looks at the signatures of the domain: one of those that verify has all that is asked for.
 * @throws Mismatch `signature-missing`, `signature-wrong`, `signature-differs`
 */
export function checkSignature(
  received: Buffer,
  domain: string,
  rows: readonly SignatureRow[],
  { keys, scope }: { keys: Readonly<Record<string, string>>; scope: Scope },
): void {
  const own = signaturesOf(received, keys).filter(({ tags }) => tags.get('d')?.toLowerCase() === domain.toLowerCase());
  const shown = headerFields(received)
    .filter(({ name }) => name.toLowerCase() === 'dkim-signature')
    .map(({ raw }) => raw)
    .join('');
  const because = (code: string, why: string) => new Mismatch(code, why, shown || 'no field DKIM-Signature');
  if (own.length === 0) throw because('signature-missing', `the message has no signature of ${domain}`);
  const good = own.filter(({ wrong }) => wrong === undefined);
  if (good.length === 0)
    throw because('signature-wrong', `the signature of ${domain} does not verify: ${own[0]!.wrong}`);
  const wanted = rows.map(({ tag, value }) => ({
    tag,
    value: value === ABSENT ? value : scope.expand(value).toString(),
  }));
  const lacks = (found: Found) => wanted.find(({ tag, value }) => !fits(found.tags, tag, value, received));
  if (good.some((found) => !lacks(found))) return;
  const { tag, value } = lacks(good[0]!)!;
  throw because('signature-differs', `the signature of ${domain} has not ${tag}= as asked for: ${value}`);
}

function fits(tags: Tags, tag: string, value: string, received: Buffer): boolean {
  const came = tags.get(tag);
  if (value === ABSENT) return came === undefined;
  if (value === 'later than t, or absent') return came === undefined || Number(came) > Number(tags.get('t') ?? 0);
  if (came === undefined) return false;
  if (value === 'there') return true;
  if (value === 'the time of the trace') return /^\d{1,12}$/.test(came) && isTraceTime(Number(came), received);
  if (tag === 'h') return fitsNames(listOf(came), value);
  return value.split('/').includes(came);
}

/** `From:From`: each name at least so often. `no Received`: not at all. */
function fitsNames(names: readonly string[], value: string): boolean {
  const unwanted = /^no (.+)$/.exec(value)?.[1];
  if (unwanted !== undefined) return !names.includes(unwanted.toLowerCase());
  const wanted = listOf(value);
  const count = (list: readonly string[], name: string) => list.filter((each) => each === name).length;
  return wanted.every((name) => count(names, name) >= count(wanted, name));
}

/** True where no Received field tells the time. */
function isTraceTime(seconds: number, received: Buffer): boolean {
  const trace = headerFields(received).find(({ name }) => name.toLowerCase() === 'received')?.value;
  const time = Date.parse(trace?.slice(trace.lastIndexOf(';') + 1).replace(/\([^()]*\)/g, '') ?? '');
  return Number.isNaN(time) ? seconds < 100_000_000_000 : Math.abs(seconds - time / 1000) <= A_DAY;
}
