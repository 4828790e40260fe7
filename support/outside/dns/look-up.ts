import type { Answer, DnsRecord, Fault, RecordType } from './answer';
import { keyOf, type Labels, labelsOf, upwards } from './name';
import type { Names } from './names';

export interface Placed {
  owner: Labels;
  record: DnsRecord;
}

export interface Found {
  rcode: Rcode;
  answers: readonly Placed[];
  authorities: readonly Placed[];
}

export const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5, BADVERS: 16 };
export type Rcode = keyof typeof RCODES;

/** What there is to say to a question, and which fault stands in the way: that of the name, or of one that it is an alias of. */
export function lookUp(names: Names, question: { labels: Labels; type: string }): { found: Found; fault?: Fault } {
  const { type } = question;
  const answers: Placed[] = [];
  const seen = new Set<string>();
  let owner = question.labels;
  for (;;) {
    const key = keyOf(owner);
    // A circle of aliases ends where it closes: whoever asks must not follow it forever (RFC 1034).
    if (seen.has(key)) return { found: { rcode: 'NOERROR', answers, authorities: [] } };
    seen.add(key);
    const fault = faultOf(names.get(key), type);
    const records = fault === 'NXDOMAIN' ? [] : recordsAt(names, key);
    const wanted = records.filter((record) => record.type === type || type === 'ANY');
    const alias = records.find((record) => record.type === 'CNAME');
    if (wanted.length === 0 && alias?.type === 'CNAME' && fault === undefined) {
      answers.push({ owner, record: alias });
      owner = labelsOf(alias.host);
      continue;
    }
    answers.push(...wanted.map((record) => ({ owner, record })));
    if (wanted.length > 0) return { found: { rcode: 'NOERROR', answers, authorities: [] }, fault };
    const exists = names.exists(key) && fault !== 'NXDOMAIN';
    return { found: { rcode: exists ? 'NOERROR' : 'NXDOMAIN', answers, authorities: [soaOf(names, owner)] }, fault };
  }
}

/** That there is nothing, and for how long that holds, is said by the SOA; behind an alias it is said of what that points to (RFC 2308). */
function soaOf(names: Names, owner: Labels): Placed {
  const { top, soa } = names.zoneOf(keyOf(owner));
  return { owner: owner.slice(owner.length - upwards(top).length), record: soa };
}

function recordsAt(names: Names, key: string): readonly DnsRecord[] {
  const records = names.get(key)?.records ?? [];
  const { top, soa } = names.zoneOf(key);
  return top === key && !records.includes(soa) ? [...records, soa] : records;
}

function faultOf(answer: Answer | undefined, type: string): Fault | undefined {
  const fault = answer?.fault;
  return typeof fault === 'object' ? fault[type as RecordType] : fault;
}
