/** From what did not work to the sentence that says what to mend. */
import { TargetError } from '../outcome';
import type { Setback } from './trial';

/** @throws TargetError `not-ready` for the first of the setbacks: the others often follow from it */
export function assertReady(setbacks: readonly Setback[], file: string): void {
  const [first] = setbacks;
  if (first === undefined) return;
  throw new TargetError(
    'not-ready',
    `${whatToMend(first, file)}. Nothing was played; --no-preflight plays what can be played`,
  );
}

/** One sentence without its full stop: what stands in the way, and what to do about it. */
export function whatToMend({ at, service, account, why }: Setback, file: string): string {
  const { code, reason } = why;
  const whose = account?.address ?? '';
  const here = service === undefined ? '' : `${service.name} at ${service.host}:${service.port}`;
  switch (at) {
    case 'greeting':
      if (code.startsWith('tls-')) return `${here} has no TLS that is trusted (${reason}): mend tls in ${file}`;
      return code.startsWith('connection-') || code.startsWith('host-')
        ? `${here} cannot be reached (${reason}): start the server, or mend services.${service?.name} in ${file}`
        : `${here} takes a connection and gives no greeting of that protocol (${reason}): mend the server, or the port in ${file}`;
    case 'login':
      return `${whose} is not let in (${reason}): mend its user or password in ${file}, or make the account`;
    case 'reading':
      return `the mailbox of ${whose} cannot be read (${reason}): mend the server, or the account in ${file}`;
    case 'sending':
      return `a message to ${whose} is not taken (${reason}): mend the server, or sender and accounts in ${file}`;
    case 'arrival':
      return `a message was taken and not found in the mailbox (${reason}): mend the delivery to ${whose}, or raise timing.delivery in ${file}`;
    case 'webmail':
      return code === 'webmail-unreachable'
        ? `${reason}: start it, or mend services.webmail.url in ${file}`
        : `${whose} is not let into the webmail (${reason}): mend its login for IMAP, or services.webmail in ${file}`;
    case 'removal':
      return `a message that came cannot be taken out again (${reason}): mend the server, or let the mailbox of ${whose} be emptied`;
  }
}
