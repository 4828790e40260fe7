/** OpenSMTPD as a target: SMTP in, with AUTH after TLS; Maildirs out. README.md says which settings it has and why. */
import { chmodSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_DOMAIN } from '../accounts';
import { ALIASES_FILE } from '../aliases';
import { makeCertificate } from '../certificate';
import { type Daemon, Daemons } from '../daemons';
import { type Outside, placeOutside, resolvConf } from '../outside';
import { placeSubmission } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { hashLines, layHomes, mailUsers } from '../unpacked/mail-users';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import type { Workplace } from '../workplace';
import { type Ports, smtpdConf } from './configuration';

/** That of Debian 12 cannot serve TLS: it was made for another OpenSSL. */
const NEEDED: Unpacked = { preset: 'opensmtpd', release: 'trixie', packages: ['opensmtpd'] };
const PROGRAM = '/usr/sbin/smtpd';
/**
 * It waits minutes before it tries again, and a quarter of a minute before it calls a host again that it could not reach, which no setting
 * changes; its operator may say that it is to try now, all routes and all messages, by a program of this group.
 */
const TRY_AGAIN = `ctl() { setpriv --regid opensmtpq --clear-groups smtpctl "$@"; }
while sleep 1
do ctl show routes | while IFS=. read -r route rest; do ctl resume route $route; done; ctl schedule all
done >/dev/null 2>&1`;

export const opensmtpd = standUp({
  preset: 'opensmtpd',
  baseline: 'opensmtpd/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const { ports, services } = await placeSubmission();
    const users = mailUsers(workplace, {
      opensmtpd: '/var/lib/opensmtpd/empty',
      opensmtpq: '/var/lib/opensmtpd/empty',
    });
    const root = new PrivateRoot(workplace, packages, [...users.system, ...users.owners]);
    const outside = await placeOutside(25);
    const ca = await lay(root, ports, outside);
    layHomes(users);
    const daemons: Daemon[] = [
      { program: 'smtpd', command: root.command(PROGRAM, '-d'), ready: services },
      { program: 'smtpctl', command: root.command('/bin/sh', '-c', TRY_AGAIN), ready: [] },
    ];
    const settings = { ...settingsOf(workplace, services, ca), outside };
    return { settings, server: new Daemons(daemons, workplace.directory) };
  },
});

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(root: PrivateRoot, ports: Ports, outside: Outside): Promise<string> {
  const { cert, key } = await makeCertificate();
  root.write('etc/smtpd.conf', smtpdConf(ports));
  root.write('etc/smtpd.crt', cert);
  root.write('etc/smtpd.key', key, 0o600);
  root.write('etc/passwords', await hashLines(' '));
  root.write('etc/aliases', ALIASES_FILE);
  // Its dispatcher ends where there is none.
  root.write('etc/ssl/certs/ca-certificates.crt', cert);
  // What it calls itself where it is the client.
  root.write('etc/mailname', `mail.${PRESET_DOMAIN}\n`);
  root.write('etc/resolv.conf', resolvConf(outside));
  root.folder('var/lib/opensmtpd/empty');
  chmodSync(root.folder('var/spool/smtpd'), 0o711);
  return cert;
}

function settingsOf(workplace: Workplace, services: Service[], ca: string): TargetSettings {
  return {
    // It has aliases and names none: under one domain for all scenarios its routes stay closed after a host that failed.
    ...PRESET_SETTINGS,
    name: 'OpenSMTPD 7.6',
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{local}/Maildir'),
    limits: { badLogins: 2, errors: 10, connections: 50 },
    timing: { reply: 10_000, delivery: 10_000, retry: 5_000, giveUp: 15_000 },
  };
}
