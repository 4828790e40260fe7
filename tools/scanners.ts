/** `npm run test:scanners`: programs that nobody here wrote look at the TLS of the bundled server, port by port, and find nothing. */
import { withSetting } from './clients/setting';
import { playAll } from './others';
import type { Door, Scanner } from './scanners/scanner';
import { sslscan } from './scanners/sslscan';
import { testssl } from './scanners/testssl';

const DOORS = {
  smtp: 'smtp',
  submission: 'smtp',
  submissions: undefined,
  pop3: 'pop3',
  pop3s: undefined,
  imap: 'imap',
  imaps: undefined,
} satisfies Record<string, Door['upgrade']>;

/** testssl.sh takes its time: one door of each kind. What is behind all of them is the same. */
const LOOKS: readonly [scanner: Scanner, services: readonly (keyof typeof DOORS)[]][] = [
  [sslscan, Object.keys(DOORS) as (keyof typeof DOORS)[]],
  [testssl, ['smtp', 'imaps']],
];

const looks = LOOKS.flatMap(([scanner, services]) =>
  services.map((service) => ({ name: `${scanner.name} at ${service}`, programs: scanner.programs, scanner, service })),
);

void playAll(looks, ({ scanner, service }) =>
  withSetting(async ({ server, ca, folder }) => {
    const upgrade = DOORS[service];
    const port = server.ports[service]!;
    const found = await scanner.look({ host: 'localhost', port, ca, folder, ...(upgrade && { upgrade }) });
    if (found.length > 0) throw new Error(found.join('\n'));
  }),
);
