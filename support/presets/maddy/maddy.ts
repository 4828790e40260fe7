/** maddy as a target: SMTP and submission in, IMAP out. README.md says which settings it has and why. */
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS } from '../accounts';
import { makeCertificate } from '../certificate';
import { Daemons } from '../daemons';
import { runProgram } from '../run-program';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import type { Workplace } from '../workplace';
import { requireMaddy, VERSION } from './build';
import { aliases, maddyConf, type Ports } from './configuration';

/** One part of a run takes three: of two parts at once one would wait for SQLite's lock until its bounds are over. */
const ACCOUNTS = PRESET_ACCOUNTS.slice(0, 3);

export const maddy = standUp({
  preset: 'maddy',
  baseline: 'maddy/baseline.json',
  require: requireMaddy,
  lay: async (workplace, program) => {
    const { ports, services } = await placeServices(['smtp', 'submission', 'submissions', 'imap', 'imaps'], (name) =>
      name === 'submission' || name === 'imap' ? { login: 'after-tls' } : {},
    );
    const run = [program, '-config', workplace.path('maddy.conf')];
    const ca = await lay(workplace, ports, run);
    const daemon = { program: 'maddy', command: [...run, 'run'], ready: services };
    return { settings: settingsOf(workplace, services, ca), server: new Daemons([daemon], workplace.directory) };
  },
});

/** Writes all files of the instance and makes its accounts; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, ports: Ports, [program, ...args]: string[]): Promise<string> {
  const { cert, key } = await makeCertificate();
  workplace.write('cert.pem', cert);
  workplace.write('key.pem', key, 0o600);
  workplace.write('aliases', aliases(ACCOUNTS[0]!.address));
  workplace.write('maddy.conf', maddyConf(workplace.directory, ports));
  workplace.folder('state');
  workplace.folder('run');
  for (const { user, password } of ACCOUNTS) {
    // The cheapest hash: every scenario logs in more than once.
    const create = ['creds', 'create', '--bcrypt-cost', '4', user];
    await runProgram(program!, [...args, ...create], { input: `${password}\n` });
    await runProgram(program!, [...args, 'imap-acct', 'create', user]);
  }
  return cert;
}

function settingsOf(workplace: Workplace, services: Service[], ca: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    accounts: ACCOUNTS,
    name: `maddy ${VERSION}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    // The fifth wrong command ends the connection.
    limits: { badLogins: 2, errors: 4, connections: 50 },
    timing: { reply: 5_000, delivery: 10_000, retry: 2_000, giveUp: 8_000 },
  };
}
