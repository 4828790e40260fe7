/** GreenMail as a target: SMTP in, POP3 and IMAP out, all in memory. README.md says which settings it has and why. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TargetError } from '../../outcome';
import { ImapClient } from '../../targets/client/imap-client';
import type { Endpoint } from '../../targets/client/reach';
import { using } from '../../targets/client/reach';
import type { TargetSettings } from '../../targets/settings';
import type { Login, Service } from '../../targets/target';
import { PRESET_ACCOUNTS } from '../accounts';
import { requireKept } from '../cache';
import { Daemons } from '../daemons';
import type { PresetOptions } from '../preset';
import { runProgram } from '../run-program';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { type Startable, standUp } from '../stand-up';
import { requireTool } from '../tool';
import type { Workplace } from '../workplace';
import { properties } from './configuration';

const VERSION = '2.1.13';
const JAR = `greenmail-standalone-${VERSION}.jar`;
/** Milliseconds until its users must be there. */
const WITHIN = 20_000;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

export const greenmail = standUp({
  preset: 'greenmail',
  baseline: 'greenmail/baseline.json',
  require: requireJar,
  lay: async (workplace, folder) => {
    const { ports, services } = await placeServices(
      ['smtp', 'submissions', 'pop3', 'pop3s', 'imap', 'imaps'],
      (name) => (name.endsWith('s') ? {} : { tls: 'none' }),
    );
    const keystore = { file: workplace.path('keystore.p12'), password: 'secret-of-the-keystore' };
    const ca = await layKeystore(keystore);
    const command = ['java', ...properties(ports, keystore), '-jar', join(folder, JAR)];
    const daemon = { program: 'greenmail', command, ready: services };
    const settings = settingsOf(workplace, services, ca);
    return { settings, server: withUsers(new Daemons([daemon], workplace.directory), settings) };
  },
});

/** The folder of the archive. */
async function requireJar(options: PresetOptions): Promise<string> {
  await requireTool('greenmail', ['java', '-version'], 'Java');
  const kept = { preset: 'greenmail', folder: `greenmail-${VERSION}`, what: `Maven's GreenMail ${VERSION}` };
  return await requireKept(kept, options, async (folder) => {
    await requireTool('greenmail', ['mvn', '--version'], 'Maven');
    const artifact = `-Dartifact=com.icegreen:greenmail-standalone:${VERSION}`;
    await runProgram('mvn', ['--batch-mode', '--quiet', COPY, artifact, `-DoutputDirectory=${folder}`]);
  });
}

/** Makes a certificate in a keystore, with Java's own tool; gives the certificate. */
async function layKeystore({ file, password }: { file: string; password: string }): Promise<string> {
  const store = ['-keystore', file, '-storepass', password, '-alias', 'greenmail'];
  const names = 'san=dns:localhost,ip:127.0.0.1';
  const form = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-storetype', 'PKCS12', '-dname', 'CN=localhost'];
  await runProgram('keytool', ['-genkeypair', ...store, ...form, '-ext', names, '-ext', 'bc=ca:true']);
  return await runProgram('keytool', ['-exportcert', '-rfc', ...store]);
}

/** It greets before it has made its users; mail that comes first makes one with another password. */
function withUsers(server: Startable, settings: TargetSettings): Startable {
  return {
    start: async () => {
      await server.start();
      const end = Date.now() + WITHIN;
      for (const login of PRESET_ACCOUNTS) await awaitUser(login, settings, end);
    },
    stop: (signal) => server.stop(signal),
  };
}

async function awaitUser(login: Login, { services, tls }: TargetSettings, end: number): Promise<void> {
  const service = services.find(({ name }) => name === 'imap')!;
  while (!(await letsIn({ service, tls, timeout: WITHIN }, login))) {
    if (Date.now() > end) throw new TargetError('preset-failed', `greenmail does not let ${login.user} in`);
    await setTimeout(100);
  }
}

async function letsIn(endpoint: Endpoint, login: Login): Promise<boolean> {
  try {
    await using(ImapClient.login(endpoint, login), (client) => client.logout());
    return true;
  } catch {
    return false;
  }
}

function settingsOf(workplace: Workplace, services: Service[], ca: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `GreenMail ${VERSION}`,
    directory: workplace.directory,
    // It makes a mailbox for every address that it gets mail for.
    unknown: undefined,
    services,
    tls: { ca, servername: 'localhost' },
    limits: { badLogins: 2, errors: 20, connections: 50 },
    timing: { reply: 5_000, delivery: 5_000, retry: 2_000, giveUp: 8_000 },
  };
}
