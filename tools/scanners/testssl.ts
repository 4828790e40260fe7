/** testssl.sh: what of TLS is weak or forgotten, by the names that it gives to its findings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program';
import type { Scanner } from './scanner';

/** What it finds and is none of the server's. */
const EXPLAINED: Readonly<Record<string, string>> = {
  engine_problem: 'It looks for GOST in the OpenSSL that it runs itself.',
  sessionresumption_ticket:
    'It hangs up before TLS 1.3 has given it anything to resume by; the scenarios of tls/again resume.',
  cert_revocation: 'The authority is made as the server starts and lives as long as it: there is nowhere to ask.',
};
/** The last thing that it writes. */
const END = 'scanTime';
const WITHIN = 15 * 60_000;
const NOTHING_WRONG = ['OK', 'INFO', 'DEBUG'];

interface Finding {
  id: string;
  severity: string;
  finding: string;
}

export const testssl: Scanner = {
  name: 'testssl.sh',
  programs: ['testssl'],
  async look({ host, port, upgrade, ca, folder }) {
    const file = join(folder, 'testssl.json');
    const quietly = ['--quiet', '--color', '0', '--warnings', 'batch', '--nodns', 'none'];
    const start = upgrade ? ['--starttls', upgrade] : [];
    const args = [...quietly, '--add-ca', ca, '--jsonfile', file, ...start, `${host}:${port}`];
    // Its exit code counts findings, and what it says of itself.
    await runProgram(folder, 'testssl', args, { within: WITHIN }).catch(() => undefined);
    const findings = JSON.parse(readFileSync(file, 'utf8')) as Finding[];
    const unfinished = findings.some(({ id }) => id === END) ? [] : ['it did not come to its end'];
    const wrong = findings.filter(({ id, severity }) => !NOTHING_WRONG.includes(severity) && !EXPLAINED[id]);
    return [...unfinished, ...wrong.map(({ id, severity, finding }) => `${severity} ${id}: ${finding}`)];
  },
};
