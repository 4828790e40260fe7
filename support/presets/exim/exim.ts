/** Debian's Exim as a target: SMTP in, with AUTH after TLS; Maildirs out. README.md says which settings it has and why. */
import { chownSync, readFileSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_DOMAIN } from '../accounts';
import { ALIASES_FILE, PRESET_ALIASES } from '../aliases';
import { makeCertificate } from '../certificate';
import { Daemons } from '../daemons';
import { type Outside, placeOutside, resolvConf } from '../outside';
import { placeServices } from '../services';
import { PRESET_SETTINGS, TRUSTING } from '../settings';
import { standUp } from '../stand-up';
import { hashLines, layHomes, type MailUsers, mailUsers } from '../unpacked/mail-users';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import type { Workplace } from '../workplace';
import { debconfAnswers, localMacros, type Ports, withPort, withSeconds, withServers } from './configuration';

const NEEDED: Unpacked = { preset: 'exim', release: 'bookworm', packages: ['exim4-daemon-light'] };
const PROGRAM = '/usr/sbin/exim4';

export const exim = standUp({
  preset: 'exim',
  baseline: 'exim/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const { ports, services } = await placeServices(['smtp', 'submission', 'submissions'], () => ({
      login: 'after-tls',
    }));
    // The one that gives up root, by the name that is compiled in.
    const users = mailUsers(workplace, { 'Debian-exim': '/var/spool/exim4' });
    const root = new PrivateRoot(workplace, packages, [...users.system, ...users.owners]);
    const outside = await placeOutside();
    layRelaying(root, outside);
    const ca = await lay(root, users, ports);
    await root.run(['/usr/sbin/update-exim4.conf']);
    // Exim version 4.96 #2 built …
    const version = (await root.run([PROGRAM, '-bV'])).split(' ')[2]!;
    const daemon = { program: 'exim4', command: root.command(PROGRAM, '-bdf', '-q2s'), ready: services };
    return {
      settings: { ...settingsOf(workplace, services, ca, version), outside },
      server: new Daemons([daemon], workplace.directory),
    };
  },
});

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(root: PrivateRoot, users: MailUsers, ports: Ports): Promise<string> {
  const { cert, key } = await makeCertificate();
  const examples = 'etc/exim4/conf.d/auth/30_exim4-config_examples';
  root.write('etc/mailname', `${PRESET_DOMAIN}\n`);
  root.write('etc/aliases', ALIASES_FILE);
  root.write('etc/exim4/update-exim4.conf.conf', debconfAnswers(ports));
  root.write('etc/exim4/conf.d/main/000_localmacros', localMacros(ports));
  root.write(examples, withServers(readFileSync(root.path(examples), 'utf8')));
  root.write('etc/exim4/exim.crt', cert);
  const secret = [
    root.write('etc/exim4/exim.key', key, 0o600),
    root.write('etc/exim4/passwd', await hashLines(':'), 0o600),
  ];
  const folders = ['run', 'var/lib', 'var/log', 'var/spool'].map((name) => root.folder(`${name}/exim4`));
  const { id } = users.system[0]!;
  for (const path of [...secret, ...folders]) chownSync(path, id, id);
  layHomes(users);
  return cert;
}

/** What it needs to send mail to the hosts that the suite plays. */
function layRelaying(root: PrivateRoot, outside: Outside): void {
  const change = (name: string, changed: (debian: string) => string) =>
    root.write(name, changed(readFileSync(root.path(name), 'utf8')));
  root.write('etc/resolv.conf', resolvConf(outside));
  change('etc/exim4/conf.d/retry/30_exim4-config', withSeconds);
  change('etc/exim4/conf.d/transport/30_exim4-config_remote_smtp', (debian) => withPort(debian, outside.mxPort));
}

function settingsOf(workplace: Workplace, services: Service[], ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    aliases: PRESET_ALIASES,
    ...TRUSTING,
    name: `Exim ${version}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{local}/Maildir'),
    // smtp_max_unknown_commands and smtp_max_synprot_errors are 3. Its processes outlive a handshake that failed, and the 20 of smtp_accept_max with them.
    limits: { badLogins: 2, errors: 3, connections: 60 },
    timing: { reply: 5_000, delivery: 10_000, retry: 5_000, giveUp: 12_000, silence: 8_000 },
  };
}
