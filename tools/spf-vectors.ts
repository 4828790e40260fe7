/**
 * `npm run test:spf FILE`: the bundled server's SPF against the test suite of openspf.org, which others keep in their packages (pyspf's
 * test/rfc7208-tests.yml). Each case names the results that are right; a case that gives another one fails.
 */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { reversed } from '../reference-server/dns/address-names';
import type { Names } from '../reference-server/dns/names';
import type { Answer } from '../reference-server/dns/resolver';
import { systemClock } from '../reference-server/net/clock';
import { Spf } from '../reference-server/policies/spf/spf';

type Datum = string | Record<string, string | string[] | [number, string]>;
interface Case {
  helo: string;
  host: string;
  mailfrom: string;
  result: string | string[];
  explanation?: string;
}
interface Suite {
  description: string;
  tests: Record<string, Case>;
  zonedata: Record<string, Datum[]>;
}

/** Records of a zone as its YAML has them: `TIMEOUT` fails; SPF records that have no TXT beside them are TXT, too. */
function namesOf(zone: Record<string, Datum[]>): Names {
  const data = new Map(Object.entries(zone).map(([name, rows]) => [name.toLowerCase().replace(/\.$/, ''), rows]));
  const ask = (asked: string, type: string, depth = 0): Answer<never> => {
    const rows = data.get(asked.toLowerCase().replace(/\.$/, ''));
    if (!rows) return { kind: 'no-domain' };
    const has = (key: string) => rows.some((row) => typeof row === 'object' && key in row);
    const key = type === 'TXT' && !has('TXT') ? 'SPF' : type;
    const values = rows.flatMap((row) => (typeof row === 'object' && key in row ? [row[key]] : []));
    const found = values.filter((value) => value !== 'NONE');
    if (found.includes('TIMEOUT')) return { kind: 'failed', why: 'TIMEOUT' };
    if (found.length > 0) return { kind: 'found', records: found as never[] };
    if (rows.includes('TIMEOUT')) return { kind: 'failed', why: 'TIMEOUT' };
    const alias = rows.find((row): row is { CNAME: string } => typeof row === 'object' && 'CNAME' in row)?.CNAME;
    return alias && depth < 8 ? ask(alias, type, depth + 1) : { kind: 'no-data' };
  };
  const mapped = <T>(answer: Answer<never>, change: (value: never) => T): Answer<T> =>
    answer.kind === 'found' ? { kind: 'found', records: answer.records.map(change) } : answer;
  return {
    txt: async (name) => mapped(ask(name, 'TXT'), (text: string | string[]) => [text].flat()),
    ipv4: async (name) => ask(name, 'A'),
    ipv6: async (name) => ask(name, 'AAAA'),
    mx: async (name) =>
      mapped(ask(name, 'MX'), ([preference, exchange]: [number, string]) => ({ preference, exchange })),
    pointers: async (address) => ask(reversed(address), 'PTR'),
  };
}

async function main([file = '']: string[]): Promise<void> {
  let [passed, failed] = [0, 0];
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'), { uniqueKeys: false })) {
    const { description, tests, zonedata } = document.toJS() as Suite;
    const spf = new Spf({ names: namesOf(zonedata), clock: systemClock(), hostname: 'receiver.test' });
    for (const [name, { helo, host, mailfrom, result, explanation }] of Object.entries(tests)) {
      const [local = '', domain = helo] = mailfrom === '' ? [] : mailfrom.split(/@(?=[^@]*$)/);
      const sender = { local: local || 'postmaster', domain };
      const found = await spf.check({ address: host.replace(/^::ffff:(?=\d+\.)/i, ''), helo, domain, sender });
      const said = explanation && explanation !== 'DEFAULT' ? explanation : undefined;
      const fits =
        [result].flat().includes(found.word) && (!said || found.explanation?.toLowerCase() === said.toLowerCase());
      if (fits) passed++;
      else failed++;
      if (!fits) console.log(`fails ${description}: ${name}: ${result}, but ${found.word} ${found.explanation ?? ''}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

void main(process.argv.slice(2));
