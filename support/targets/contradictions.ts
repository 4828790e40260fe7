/** What a schema cannot say: keys that contradict each other, names that lead nowhere, passwords that are not there. */

import { isIP } from 'node:net';
import { domainOf, isIn } from './addresses';
import { mailServices, type WrittenPassword, type WrittenTarget } from './document';
import type { Path, Source } from './source';
import type { Clients } from './target';

/** One line for each contradiction; none for a file that makes sense. */
export function findContradictions(target: WrittenTarget, source: Source, env: NodeJS.ProcessEnv): string[] {
  return [
    ...accountProblems(target, source),
    ...secretProblems(target, source, env),
    ...serviceProblems(target, source),
    ...unknownProblems(target, source),
    ...aliasProblems(target, source),
    ...senderProblems(target, source),
    ...storeProblems(target, source),
    ...clientProblems(target, source),
    ...outsideProblems(target, source),
    ...signingProblems(target, source),
  ];
}

function accountProblems(target: WrittenTarget, source: Source): string[] {
  const seen = new Set<string>();
  return target.accounts.flatMap(({ address }, i) => {
    const at = source.at(['accounts', i, 'address']);
    const twice = seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    if (twice) return [`${at}: ${address} is there twice; every account needs a mailbox of its own`];
    return isIn(target.domains, address) ? [] : [`${at}: ${domainOf(address)} is not one of domains; add it there`];
  });
}

function secretProblems(target: WrittenTarget, source: Source, env: NodeJS.ProcessEnv): string[] {
  const written: [Path, WrittenPassword | undefined][] = target.accounts.flatMap((account, i) => [
    ...(['password', 'token', 'expired-token'] as const).map((key): [Path, WrittenPassword | undefined] => [
      ['accounts', i, key],
      account[key],
    ]),
    ...Object.entries(account.logins ?? {}).map(
      ([service, login]) =>
        [['accounts', i, 'logins', service, 'password'], login?.password] as [Path, WrittenPassword | undefined],
    ),
  ]);
  return written.flatMap(([path, secret]) =>
    typeof secret === 'object' && !env[secret.env]
      ? [`${source.at(path)}: the environment variable ${secret.env} is not set; set it to the ${path.at(-1)}`]
      : [],
  );
}

function serviceProblems(target: WrittenTarget, source: Source): string[] {
  const problems: string[] = [];
  const { launch, services } = target;
  if (launch && services[launch.ready] === undefined) {
    const names = Object.keys(services).join(', ');
    problems.push(`${source.at(['launch', 'ready'])}: ${launch.ready} is not one of services; write one of ${names}`);
  }
  for (const [name, service] of mailServices(target)) {
    const implicit = name.endsWith('s');
    const at = source.at(['services', name, 'tls']);
    if (implicit && service.tls !== undefined && service.tls !== 'implicit') {
      problems.push(`${at}: ${name} speaks TLS from the first octet; write implicit, or leave it out`);
    }
    if (service.tls === 'none' && service.login === 'after-tls') {
      problems.push(`${at}: there is no login after TLS without TLS; write optional or required`);
    }
  }
  return problems;
}

function unknownProblems(target: WrittenTarget, source: Source): string[] {
  const { services, unknown } = target;
  const takesMail = services.smtp ?? services.submission ?? services.submissions ?? services.lmtp;
  if (unknown !== undefined && target['catch-all']) {
    return [`${source.at(['catch-all'], true)}: contradicts unknown; a catch-all has no address without a mailbox`];
  }
  if (unknown === undefined && !target['catch-all'] && takesMail) {
    const example = `unknown: nobody-here@${target.domains[0]}`;
    return [`${source.at([])}: the file lacks the key unknown; write for example ${example}, or catch-all: true`];
  }
  if (unknown === undefined) return [];
  if (!isIn(target.domains, unknown)) return [`${source.at(['unknown'])}: must be an address in one of domains`];
  const account = target.accounts.some(({ address }) => address.toLowerCase() === unknown.toLowerCase());
  return account ? [`${source.at(['unknown'])}: is one of accounts; write an address that has no mailbox`] : [];
}

function aliasProblems({ aliases = {}, accounts, domains }: WrittenTarget, source: Source): string[] {
  return Object.keys(aliases).flatMap((address) => {
    const at = source.at(['aliases', address], true);
    if (!isIn(domains, address))
      return [`${at}: must be an address in one of domains; what it stands for may be elsewhere`];
    const account = accounts.some((each) => each.address.toLowerCase() === address.toLowerCase());
    return account ? [`${at}: is one of accounts, whose mail must stay; write an address of its own`] : [];
  });
}

function senderProblems({ sender, ...target }: WrittenTarget, source: Source): string[] {
  if (sender === undefined || !isIn(target.domains, sender)) return [];
  return [`${source.at(['sender'])}: must be foreign; write an address outside domains`];
}

function storeProblems({ maildir, mbox }: WrittenTarget, source: Source): string[] {
  return maildir && mbox
    ? [`${source.at(['mbox'], true)}: contradicts maildir; write the one that it delivers to`]
    : [];
}

function clientProblems({ clients = {} }: WrittenTarget, source: Source): string[] {
  const written = Object.entries(clients) as [keyof Clients, string][];
  const wrong = written.filter(([, address]) => isIP(address) === 0);
  if (wrong.length > 0)
    return wrong.map(
      ([who, address]) => `${source.at(['clients', who])}: ${address} is no IP address; write for example 127.0.0.1`,
    );
  return clients.trusted !== undefined && clients.trusted === clients.stranger
    ? [`${source.at(['clients', 'stranger'])}: is trusted too; write another address, or one of the two`]
    : [];
}

function outsideProblems({ outside }: WrittenTarget, source: Source): string[] {
  if (outside === undefined || outside['mx-port'] === undefined || outside.dns !== undefined) return [];
  return [
    `${source.at(['outside', 'mx-port'], true)}: MX hosts are found by DNS; write dns too, or smarthost in its place`,
  ];
}

function signingProblems({ policies = [], 'dkim-keys': keys }: WrittenTarget, source: Source): string[] {
  if (!policies.includes('dkim-signing') || keys) return [];
  return [`${source.at(['policies'])}: dkim-signing needs dkim-keys, the records by which its signatures are verified`];
}
