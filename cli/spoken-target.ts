/** From a target in words of the command line to a target file, so that what was said once can be said again. */
import { join, resolve } from 'node:path';
import { OutcomeError, TargetError } from '../support/outcome';
import { withOffers } from '../support/probe/offers';
import { mailServices } from '../support/targets/document';
import { assertLoopback } from '../support/targets/loopback';
import { targetInWords } from '../support/targets/spoken';
import type { Service, ServiceName } from '../support/targets/target';
import { UsageError } from '../support/targets/usage-error';
import { makePlaceFor } from './run/folder';
import { writeTargetFile } from './write-target';

/** A target in words, as commander gives them. */
export interface SpokenWords {
  /** Its services: `smtp://127.0.0.1:2525`. */
  urls: string[];
  account: string[];
  disposable?: boolean;
  unknown?: string;
  ca?: string;
  /** Where the file is to be kept. */
  writeTarget?: string;
}

export interface SpokenOptions extends SpokenWords {
  target?: string;
  preset?: string;
  allowRemote?: boolean;
  out: string;
}

/**
 * Asks the services what they offer and writes the file, which only its owner may read.
 * @returns its path; what `--target` said where no service was named
 * @throws UsageError for words that are not understood; TargetError for a service that is out of reach
 */
export async function spokenTarget(options: SpokenOptions, say: (line: string) => void): Promise<string | undefined> {
  const { urls, account, target, preset, disposable, unknown, ca, allowRemote = false, writeTarget, out } = options;
  if (urls.length === 0) {
    if (account.length > 0 || writeTarget !== undefined) {
      throw new UsageError(
        'no-service',
        'name a service too: mailspec run smtp://127.0.0.1:2525 pop3://127.0.0.1:2110 --account …',
      );
    }
    return target;
  }
  if (target !== undefined || preset !== undefined) {
    throw new UsageError(
      'two-targets',
      `${urls[0]} and --${target === undefined ? 'preset' : 'target'} exclude each other; give one of them`,
    );
  }
  const authority = ca === undefined ? {} : { ca: resolve(ca) };
  const written = targetInWords({ urls, accounts: account, disposable, unknown, ...authority });
  const places = mailServices(written).map(([name, { host }]) => ({ name, host }) as Service);
  await assertLoopback(places, allowRemote);
  const path = writeTarget ?? join(out, 'target.yaml');
  makePlaceFor(path);
  // The services stand in the order in which they were said.
  const said = (name: ServiceName) => urls[Object.keys(written.services).indexOf(name)];
  writeTargetFile(path, await withOffers(written, (error, name) => notReady(error, said(name))));
  say(`described in ${path}: --target ${path} says the same, and more can be said there`);
  return path;
}

/** The service that does not answer, as it was said, and what to mend. */
function notReady(error: unknown, url: string | undefined): unknown {
  if (!(error instanceof OutcomeError)) return error;
  const away = /^(connection|host)-/.test(error.code);
  const what = away ? 'cannot be reached' : 'takes a connection and gives no greeting of that protocol';
  const mend = away ? 'start the server, or mend that address' : 'mend the server, or that port';
  return new TargetError('not-ready', `${url} ${what} (${error.reason}): ${mend}. Nothing was played`);
}
