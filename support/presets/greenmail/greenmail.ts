/** GreenMail as a target: SMTP in, POP3 and IMAP out, all in memory. README.md says which settings it has and why. */
import { join } from 'node:path';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { requireKept } from '../cache';
import { Daemons } from '../daemons';
import type { PresetOptions } from '../preset';
import { runProgram } from '../run-program';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { requireTool } from '../tool';
import type { Workplace } from '../workplace';
import { properties } from './configuration';

const VERSION = '2.1.13';
const JAR = `greenmail-standalone-${VERSION}.jar`;
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
    return { settings: settingsOf(workplace, services, ca), server: new Daemons([daemon], workplace.directory) };
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
