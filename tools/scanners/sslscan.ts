/** sslscan: which versions, suites, groups and certificates there are, and the holes of OpenSSL that show from outside. */
import { runProgram } from '../run-program';
import type { Scanner } from './scanner';

type Attributes = Readonly<Record<string, string>>;

/** What an element of its report says where nothing is wrong. Bits are those of security: 112 for RSA with 2048 (RFC 9325 §4.5). */
const RIGHT: readonly { element: string; right: (attributes: Attributes) => boolean }[] = [
  { element: 'protocol', right: ({ enabled, version = '' }) => enabled === '0' || ['1.2', '1.3'].includes(version) },
  { element: 'renegotiation', right: ({ supported, secure }) => supported === '0' || secure === '1' },
  { element: 'heartbleed', right: ({ vulnerable }) => vulnerable === '0' },
  { element: 'cipher', right: ({ strength = '' }) => ['strong', 'acceptable'].includes(strength) },
  { element: 'group', right: ({ bits }) => Number(bits) >= 112 },
  { element: 'pk', right: ({ error, bits }) => error === 'false' && Number(bits) >= 112 },
];
/** What it says nothing of where its own library has it not, or there is nothing to say. */
const ALSO: typeof RIGHT = [
  { element: 'compression', right: ({ supported }) => supported === '0' },
  { element: 'fallback', right: ({ supported }) => supported === '1' },
];

export const sslscan: Scanner = {
  name: 'sslscan',
  programs: ['sslscan'],
  async look({ host, port, upgrade, folder }) {
    const start = upgrade ? [`--starttls-${upgrade}`] : [];
    const report = String(await runProgram(folder, 'sslscan', ['--xml=-', '--no-colour', ...start, `${host}:${port}`]));
    const unseen = RIGHT.filter(({ element }) => !report.includes(`<${element} `));
    const wrong = [...RIGHT, ...ALSO].flatMap(({ element, right }) =>
      elements(report, element)
        .filter(({ attributes }) => !right(attributes))
        .map(({ text }) => text),
    );
    return [...unseen.map(({ element }) => `its report says nothing of ${element}`), ...wrong];
  },
};

function elements(xml: string, name: string): { text: string; attributes: Attributes }[] {
  return [...xml.matchAll(new RegExp(`<${name} ([^>]*?)/?>`, 'g'))].map(([text, inside = '']) => ({
    text,
    attributes: Object.fromEntries([...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
  }));
}
