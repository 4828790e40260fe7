/** `npm run bench [-- smtp relay dead-domain pop3 imap imap-sync tls outside webmail witness suite]`: measures, prints, and keeps the raw output in bench/results/. It asserts nothing: machines differ. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../support/package-root';
import { benchDeadDomain } from './dead-domain';
import { benchImap } from './imap';
import { benchImapSync } from './imap-sync';
import { benchOutside } from './outside';
import { benchPop3 } from './pop3';
import { benchRelay } from './relay';
import { benchSmtp } from './smtp';
import { benchSuite } from './suite';
import { benchTls } from './tls';
import { benchWebmail } from './webmail';
import { benchWitness } from './witness';

const BENCHES: Record<string, () => Promise<string>> = {
  suite: benchSuite,
  smtp: benchSmtp,
  relay: benchRelay,
  'dead-domain': benchDeadDomain,
  pop3: benchPop3,
  imap: benchImap,
  'imap-sync': benchImapSync,
  tls: benchTls,
  outside: benchOutside,
  webmail: benchWebmail,
  witness: benchWitness,
};

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => BENCHES[name] === undefined);
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}; there are ${Object.keys(BENCHES).join(', ')}.`);
  for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
    const output = `${machine()}\n\n${await BENCHES[name]!()}\n`;
    console.log(output);
    const folder = join(packageRoot(), 'bench/results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.txt`), output);
  }
}

function machine(): string {
  const cores = cpus();
  return `Node ${process.version}, ${type()} ${release()}, ${cores.length} cores (${cores[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
}

void main();
