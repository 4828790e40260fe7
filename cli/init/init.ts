/** `mailspec init`: describes a server in a target file, and tries whether a run could begin. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OutcomeError } from '../../support/outcome';
import { withOffers } from '../../support/probe/offers';
import { findOpenPorts } from '../../support/probe/open-ports';
import { atItsPace } from '../../support/probe/pace';
import { mailServices, type WrittenTarget } from '../../support/targets/document';
import { assertLoopback } from '../../support/targets/loopback';
import { prepareTarget } from '../../support/targets/prepare';
import { targetInWords } from '../../support/targets/spoken';
import type { Service } from '../../support/targets/target';
import { UsageError } from '../../support/targets/usage-error';
import { makePlaceFor } from '../run/folder';
import { writeTargetFile } from '../write-target';
import { completed, type Words } from './questions';
import { terminalAsker } from './terminal';

export interface InitOptions {
  urls: string[];
  /** What was named and is no service. */
  words: string[];
  account: string[];
  disposable?: boolean;
  unknown?: string;
  ca?: string;
  sender?: string;
  launch?: string;
  allowRemote?: boolean;
  write: string;
}

/**
 * @throws UsageError when the file is there already (nothing is written over), or something is missing and nobody can be asked;
 * TargetError `not-ready` with what to mend: the file is written all the same
 */
export async function init(options: InitOptions, say: (line: string) => void): Promise<void> {
  const { write: path, words, ca, allowRemote = false } = options;
  if (existsSync(path)) throw new UsageError('file-exists', `${path} is there already; name another with --write`);
  // Before anything is asked.
  makePlaceFor(path);
  if (words[0] !== undefined)
    throw new UsageError('no-service', `${words[0]} is no service; write smtp://127.0.0.1:2525`);
  const given = await said(options);
  const { launch, sender, ...spoken } = given;
  const written = { ...targetInWords({ ...spoken, ...(ca === undefined ? {} : { ca: resolve(ca) }) }), sender };
  const places = mailServices(written).map(([name, { host }]) => ({ name, host }) as Service);
  await assertLoopback(places, allowRemote);
  writeTargetFile(path, { ...(await offering(written, say)), ...launched(launch, written) });
  say(`wrote ${path}`);
  const target = await prepareTarget({ file: path, wipe: false, allowRemote, log: say });
  try {
    await atItsPace(target.description, { strict: true, wipe: false, file: path, say });
  } finally {
    await target.stop();
  }
  say(`each service greets and each account is let in: npx mailspec run --target ${path}`);
}

/** Where somebody can be asked, what is missing is. */
async function said(options: InitOptions): Promise<Words> {
  const { urls, account, disposable, unknown, sender, launch } = options;
  const words: Words = { urls, accounts: account, disposable, unknown, sender, launch };
  if (process.stdin.isTTY && process.stdout.isTTY) {
    // What stays out of the file is there for the trial.
    const keep = (name: string, password: string) => {
      process.env[name] ??= password;
    };
    return await completed(words, await terminalAsker(), findOpenPorts, keep);
  }
  if (urls.length > 0) return words;
  throw new UsageError(
    'no-service',
    'questions are asked on a terminal only; say it all: mailspec init smtp://127.0.0.1:2525 pop3://127.0.0.1:2110 --account … --account … --disposable',
  );
}

/** What they offer, where they are there to be asked. */
async function offering(written: WrittenTarget, say: (line: string) => void): Promise<WrittenTarget> {
  try {
    return await withOffers(written);
  } catch (error) {
    if (!(error instanceof OutcomeError)) throw error;
    say(`${error.reason}: whether it has TLS is not known; services: {…: { tls: optional }} in the file says so`);
    return written;
  }
}

function launched(launch: string | undefined, written: WrittenTarget): Pick<WrittenTarget, 'launch'> {
  const [[ready] = []] = mailServices(written);
  return launch === undefined || ready === undefined ? {} : { launch: { command: ['sh', '-c', launch], ready } };
}
