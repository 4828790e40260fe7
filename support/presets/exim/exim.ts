/** Debian's Exim as a target: SMTP in, with AUTH after TLS; Maildirs out. README.md says which settings it has and why. */
import { chownSync, readFileSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { makeCertificate } from '../certificate';
import { crypt } from '../crypt';
import { Daemons } from '../daemons';
import { freePorts } from '../free-ports';
import { runProgram } from '../run-program';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import { type User, usersOf } from '../unpacked/users';
import type { Workplace } from '../workplace';
import { aliases, debconfAnswers, LOCAL_MACROS, passwordFile, withServers } from './configuration';

const NEEDED: Unpacked = { preset: 'exim', release: 'bookworm', packages: ['exim4-daemon-light'] };
const PROGRAM = '/usr/sbin/exim4';

/** The one that gives up root, by the name that is compiled in. */
const EXIM = 'Debian-exim';

export const exim = standUp({
  preset: 'exim',
  baseline: 'exim/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const [port] = await freePorts(1);
    const smtp: Service = { name: 'smtp', host: '127.0.0.1', port: port!, tls: 'optional', login: 'after-tls' };
    const users = usersOf({ [EXIM]: '/var/spool/exim4', ...homes(workplace) });
    const root = new PrivateRoot(workplace, packages, users);
    const ca = await lay(workplace, root, users, port!);
    await run(root, '/usr/sbin/update-exim4.conf');
    // Exim version 4.96 #2 built …
    const version = (await run(root, PROGRAM, '-bV')).split(' ')[2]!;
    const daemon = { program: 'exim4', command: root.command(PROGRAM, '-bdf', '-q30m'), ready: [smtp] };
    return { settings: settingsOf(workplace, smtp, ca, version), server: new Daemons([daemon], workplace.directory) };
  },
});

/** Every account is a user of the private root. */
function homes(workplace: Workplace): Record<string, string> {
  return Object.fromEntries(localParts().map((local) => [local, workplace.path('mail', local)]));
}

function localParts(): string[] {
  return PRESET_ACCOUNTS.map(({ address }) => address.split('@')[0]!);
}

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, root: PrivateRoot, users: readonly User[], port: number): Promise<string> {
  const { cert, key } = await makeCertificate();
  const hashes = await Promise.all(PRESET_ACCOUNTS.map(async ({ user, password }) => [user, await crypt(password)]));
  const examples = 'etc/exim4/conf.d/auth/30_exim4-config_examples';
  root.write('etc/mailname', `${PRESET_DOMAIN}\n`);
  root.write('etc/aliases', aliases(localParts()[0]!));
  root.write('etc/exim4/update-exim4.conf.conf', debconfAnswers(port));
  root.write('etc/exim4/conf.d/main/000_localmacros', LOCAL_MACROS);
  root.write(examples, withServers(readFileSync(root.path(examples), 'utf8')));
  root.write('etc/exim4/exim.crt', cert);
  const secret = [
    root.write('etc/exim4/exim.key', key, 0o600),
    root.write('etc/exim4/passwd', passwordFile(Object.fromEntries(hashes)), 0o600),
  ];
  const [own, ...owners] = users;
  for (const name of ['spool', 'log', 'lib']) chownSync(root.folder(`var/${name}/exim4`), own!.id, own!.id);
  for (const file of [...secret, root.folder('run/exim4')]) chownSync(file, own!.id, own!.id);
  for (const { name, id } of owners) chownSync(workplace.folder(`mail/${name}`), id, id);
  return cert;
}

async function run(root: PrivateRoot, ...command: string[]): Promise<string> {
  const [program, ...args] = root.command(...command);
  return await runProgram(program!, args);
}

function settingsOf(workplace: Workplace, smtp: Service, ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `Exim ${version}`,
    directory: workplace.directory,
    services: [smtp],
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{local}/Maildir'),
    // smtp_max_unknown_commands and smtp_max_synprot_errors are 3, smtp_accept_max is 20.
    limits: { badLogins: 2, errors: 3, connections: 20 },
    timing: { reply: 5_000, delivery: 10_000, retry: 2_000, giveUp: 8_000 },
  };
}
