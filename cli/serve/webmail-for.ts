/** `mailspec serve --webmail-for FILE`: the bundled webmail for the mail system of a target file, which runs already. */
import { type RunningWebmail, startWebmailFor } from '../../support/targets/embedded';
import { loadTargetFile } from '../../support/targets/load';
import type { ServiceName } from '../../support/targets/services';
import type { TargetSettings } from '../../support/targets/settings';
import type { Service } from '../../support/targets/target';
import { UsageError } from '../../support/targets/usage-error';
import { credentialsOf, type ServeOptions } from './serve-options';

const HTTP = 80;
const HTTPS = 443;

/** @throws UsageError where the file is wrong, or the mail system has no service that a webmail needs */
export async function webmailFor(
  file: string,
  options: ServeOptions,
  log: (line: string) => void,
): Promise<RunningWebmail> {
  const tls = credentialsOf(options);
  const { basePort } = options;
  const settings = loadTargetFile(file);
  return await startWebmailFor({
    ...placesOf(settings),
    domain: settings.domains[0],
    name: settings.name,
    listen: { port: basePort === 0 ? 0 : basePort + (tls ? HTTPS : HTTP) },
    ...(tls && { tls }),
    log,
  });
}

/** Where users read and hand in: by TLS where there is a choice. @throws UsageError */
export function placesOf({ services, tls: { ca, servername } }: Pick<TargetSettings, 'services' | 'tls'>) {
  const place = (names: readonly ServiceName[]) => {
    const found = names.flatMap((name) => services.filter((service) => service.name === name))[0];
    if (!found)
      throw new UsageError('no-service', `a webmail needs ${names.join(' or ')}, and the target file has none`);
    return placeOf(found, servername, ca);
  };
  return { imap: place(['imaps', 'imap']), smtp: place(['submissions', 'submission', 'smtp']) };
}

function placeOf({ host, port, tls }: Service, servername: string, ca: string | undefined) {
  return { host, port, tls, servername, ...(ca !== undefined && { ca }) };
}
