import { type ImapData, type ImapResponse, type ImapValue, responseName } from '../../wire/framing/imap-value';
import { assign } from '../assign';
import type { GroupLine } from '../dialogue';
import { Differs } from '../differs';
import type { Bound, Scope } from '../scope';
import { differenceAt, matchData } from './match-data';
import { matchResult } from './match-status';
import type { Found } from './match-values';
import { patternKeyword } from './pattern';

/** What a line may take: a response, or all FETCH responses of one message, all STATUS responses of one mailbox, all VANISHED of one kind. */
interface Item {
  response: ImapResponse;
  /** Indexes of the responses it was made of. */
  of: number[];
}

/**
 * Looks for the `S*` lines of a group among untagged responses.
 * @returns what they bind and the indexes of the responses used, or the index (in the group) of the line that has none.
 */
export function findGroup(
  group: GroupLine[],
  responses: ImapResponse[],
  scope: Scope,
): { bound: Bound; used: Set<number> } | { missing: number } {
  const wanted = group.flatMap((line, index) => (line.mark === '*' ? [index] : []));
  const items = gather(responses);
  const result = assign(
    wanted.length,
    items.length,
    (n, item, bound) => match(group[wanted[n]!]!, items[item]!, scope, bound),
    {
      shared: (item) => items[item]!.of.length > 1 || isMerged(items[item]!.response),
      // The order of EXPUNGE counts: each one renumbers the messages that the next ones name (RFC 3501 §7.4.1).
      ordered: (n) => isExpunge(group[wanted[n]!]!),
    },
  );
  if ('missing' in result) return { missing: wanted[result.missing]! };
  return { bound: result.bound, used: new Set(result.items.flatMap((item) => items[item]!.of)) };
}

/** Compares a whole group: `S*` lines must have come, `S!` lines must not. @throws Differs */
export function compareGroup(group: GroupLine[], responses: ImapResponse[], ending: ImapResponse, scope: Scope): void {
  if (group.length === 0) return;
  const found = findGroup(group, responses, scope);
  if ('missing' in found) {
    const line = group[found.missing]!;
    const { came, at } = nearest(line, responses, ending, scope);
    throw new Differs('missing-line', 'none of the untagged responses is this one', line.line, came, at);
  }
  scope.bind(found.bound);
  const items = gather(responses);
  for (const line of group) {
    if (line.mark !== '!') continue;
    const bad = items.find((item) => match(line, item, scope, undefined) !== undefined);
    if (bad !== undefined) {
      throw new Differs(
        'forbidden-line',
        'a response came that must not come',
        line.line,
        responses[bad.of[0]!]!.raw,
        0,
      );
    }
  }
}

function match({ response: line }: GroupLine, { response }: Item, scope: Scope, bound: Bound): Found {
  if (line?.kind === 'status') return matchResult(line.status, response, scope, bound);
  if (line?.kind !== 'data' || response.kind !== 'data') return undefined;
  return matchData(line.values, response, scope, bound);
}

/** What to show for a line that did not come: the response that goes along with it farthest, those of its kind, or all. */
function nearest(
  { response: line }: GroupLine,
  responses: ImapResponse[],
  ending: ImapResponse,
  scope: Scope,
): { came: Buffer; at?: number } {
  const values = line?.kind === 'data' ? line.values : [];
  const names = [patternKeyword(values[0]), patternKeyword(values[1])];
  const alike = responses.filter((each) => each.kind === 'data' && names.includes(responseName(each)));
  const farthest = gather(alike)
    .map(({ response }) => ({ came: response.raw, at: differenceAt(values, response as ImapData, scope) }))
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => b.at! - a.at!);
  if (farthest[0] !== undefined) return farthest[0];
  return { came: Buffer.concat((alike.length > 0 ? alike : [...responses, ending]).map(({ raw }) => raw)) };
}

function isExpunge({ response }: GroupLine): boolean {
  return response?.kind === 'data' && patternKeyword(response.values[1]) === 'EXPUNGE';
}

function isMerged(response: ImapResponse): boolean {
  return response.kind === 'data' && mergeKey(response) !== undefined;
}

/** Responses about the same thing, whose items may come in several. */
function mergeKey(response: ImapData): string | undefined {
  const name = responseName(response);
  const [first, second, third] = response.values;
  if (name === 'VANISHED') return second?.kind === 'list' ? 'VANISHED (EARLIER)' : 'VANISHED';
  if (third?.kind !== 'list') return undefined;
  if (name === 'FETCH' && first?.kind === 'atom') return `FETCH ${first.bytes}`;
  return name === 'STATUS' && second !== undefined && second.kind !== 'list'
    ? `STATUS ${second.bytes.toString('latin1')}`
    : undefined;
}

/** Joins the items of FETCH and STATUS responses that speak of the same message or mailbox, and the sets of VANISHED. */
function gather(responses: ImapResponse[]): Item[] {
  const items: Item[] = [];
  const merged = new Map<string, Item>();
  responses.forEach((response, index) => {
    const key = response.kind === 'data' ? mergeKey(response) : undefined;
    const known = key === undefined ? undefined : merged.get(key);
    if (known !== undefined) {
      known.response = join(known.response as ImapData, response as ImapData);
      known.of.push(index);
      return;
    }
    const item = { response, of: [index] };
    items.push(item);
    if (key !== undefined) merged.set(key, item);
  });
  return items;
}

/** One response with the items of both; places of values stay those of a text with both in it. */
function join(a: ImapData, b: ImapData): ImapData {
  const shift = a.raw.length;
  const raw = Buffer.concat([a.raw, b.raw]);
  if (responseName(a) === 'VANISHED') return { kind: 'data', raw, values: joinSets(a.values, b.values) };
  const list = a.values[2] as Extract<ImapValue, { kind: 'list' }>;
  const more = (b.values[2] as Extract<ImapValue, { kind: 'list' }>).items.map((value) => moved(value, shift));
  const whole = { ...list, items: [...list.items, ...more] };
  return {
    kind: 'data',
    raw,
    values: [...a.values.slice(0, 2), whole, ...a.values.slice(3)],
  };
}

function joinSets(a: ImapValue[], b: ImapValue[]): ImapValue[] {
  const [set, more] = [a.at(-1)!, b.at(-1)!];
  if (set.kind === 'list' || more.kind === 'list') return a;
  return [...a.slice(0, -1), { ...set, bytes: Buffer.concat([set.bytes, Buffer.from(','), more.bytes]) }];
}

function moved(value: ImapValue, by: number): ImapValue {
  const place = { from: value.from + by, to: value.to + by };
  if (value.kind === 'list') return { ...value, ...place, items: value.items.map((each) => moved(each, by)) };
  return { ...value, ...place };
}
