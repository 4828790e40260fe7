/** What `mailspec init` asks where the command line does not say it; the answers are the words that the command line would have. */

import { SERVICES, type ServiceName } from '../../support/targets/services';
import { isServiceUrl, type SpokenTarget } from '../../support/targets/spoken';

/** How a person is asked. */
export interface Asker {
  /** @param wrong says what is wrong with an answer; an empty one takes the proposal */
  text(question: string, proposal: string, wrong?: (answer: string) => string | undefined): Promise<string>;
  /** Typed unseen. */
  secret(question: string): Promise<string>;
  choose<C extends string>(question: string, choices: Readonly<Record<C, string>>, proposal: NoInfer<C>): Promise<C>;
}

/** What is known of a target before it is asked anything. */
export interface Words extends SpokenTarget {
  sender?: string;
  launch?: string;
}

/** Two accounts at least: scenarios tell the sender's mailbox from the recipient's. */
const ACCOUNTS = 2;
const NONE = '-';

/** Asks for all that is missing. @param open tells which ports of a host are open @param keep is given a password that stays out of the file */
export async function completed(
  words: Words,
  ask: Asker,
  open: (host: string) => Promise<ReadonlyMap<ServiceName, number>>,
  keep: (name: string, password: string) => void,
): Promise<Words> {
  const urls = words.urls.length > 0 ? words.urls : await askServices(ask, open);
  const accounts = [...words.accounts];
  let domain =
    accounts[0]?.replace(/^[^@]*@|:.*$/g, '') ??
    (await ask.text('Whose mail does it take (a domain)?', 'example.test', notADomain));
  while (accounts.length < ACCOUNTS) {
    const address = await ask.text(
      `A mailbox for the suite, ${accounts.length + 1} of ${ACCOUNTS}?`,
      `${'ab'[accounts.length]}@${domain}`,
      notAnAddress,
    );
    domain = address.slice(address.lastIndexOf('@') + 1);
    accounts.push(`${address}:${await askPassword(ask, address, accounts.length + 1, keep)}`);
  }
  const unknown =
    words.unknown ?? (await ask.text('An address of the server without a mailbox?', `nobody@${domain}`, notAnAddress));
  const sender =
    words.sender ??
    (await ask.text('An address elsewhere whose mail it takes?', 'someone@elsewhere.test', notAnAddress));
  const disposable = words.disposable ?? (await askDisposable(ask));
  const launch =
    words.launch ??
    (await ask.text(
      `The command that starts it, so that the suite may restart it (${NONE}: it runs by itself)?`,
      NONE,
    ));
  return { ...words, urls, accounts, unknown, sender, disposable, ...(launch === NONE ? {} : { launch }) };
}

async function askServices(ask: Asker, open: (host: string) => Promise<ReadonlyMap<ServiceName, number>>) {
  const host = await ask.text('On which host does the server run?', '127.0.0.1', (answer) =>
    isServiceUrl(`smtp://${answer}`) && !/[\s/]/.test(answer) ? undefined : 'A name or an address.',
  );
  const found = await open(host);
  for (;;) {
    const urls: string[] = [];
    for (const service of SERVICES) {
      const proposal = found.get(service);
      const port = await ask.text(
        `The port of ${service} (${NONE} for none)${proposal === undefined ? '' : ', which is open'}?`,
        String(proposal ?? NONE),
        (answer) => (answer === NONE || isPort(answer) ? undefined : `A number from 1 to 65535, or ${NONE}.`),
      );
      if (port !== NONE) urls.push(`${service}://${host.includes(':') ? `[${host}]` : host}:${port}`);
    }
    if (urls.length > 0) return urls;
  }
}

async function askPassword(
  ask: Asker,
  address: string,
  number: number,
  keep: (name: string, password: string) => void,
): Promise<string> {
  const password = await ask.secret(`The password of ${address}?`);
  const where = await ask.choose(
    'Where is it kept?',
    { file: 'in the target file, which only you may read', env: 'in an environment variable' },
    'file',
  );
  if (where === 'file') return password;
  const name = await ask.text('Which variable?', `MAILSPEC_PASSWORD_${number}`, (answer) =>
    /^[A-Za-z_]\w*$/.test(answer) ? undefined : 'Letters, digits and _.',
  );
  keep(name, password);
  return `env:${name}`;
}

async function askDisposable(ask: Asker): Promise<boolean> {
  const choices = {
    no: 'no: hundreds of scenarios cannot be judged, and messages of the suite pile up there',
    yes: 'yes: they are there for the suite alone',
  };
  return (await ask.choose('May the suite EMPTY these mailboxes?', choices, 'no')) === 'yes';
}

function isPort(answer: string): boolean {
  return /^\d{1,5}$/.test(answer) && Number(answer) >= 1 && Number(answer) <= 65_535;
}

function notAnAddress(answer: string): string | undefined {
  return /^[^\s:@]+@[^\s:@]+$/.test(answer) ? undefined : 'An address: a@example.test';
}

function notADomain(answer: string): string | undefined {
  return /^[^\s@:]+$/.test(answer) ? undefined : 'A domain: example.test';
}
