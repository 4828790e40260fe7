/** Mistakes with the host that gets all mail for elsewhere (RFC 5321 §2.3.10, RFC 4954). */

import { refused } from '../../reference-server/relay/outcome';
import { COMMON, defect, handingAll, type RelayDefect, saying } from './tools';

export const smarthost: readonly RelayDefect[] = [
  defect(
    'smarthost-asks-first',
    'A domain that the name system does not know gets no mail, although another host is to find its way.',
    COMMON,
    handingAll((right) => ({
      async *hops(domain?: string) {
        const { kind } = await right.resolver.mx(domain!);
        if (kind !== 'found') return refused('5.1.2', `there is no domain ${domain}`);
        return yield* right.hops();
      },
    })),
  ),
  defect(
    'login-left-out',
    'The name and the password for the next host are never used.',
    COMMON,
    saying(() => ({ logIn: async () => {} })),
  ),
  defect(
    'login-refused-for-good',
    'Where the next host refuses the login, the messages are given up.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/64',
    saying((right) => {
      let refused = false;
      return {
        async logIn(user, password) {
          await right.logIn(user, password).catch(() => {
            refused = true;
          });
        },
        mail: async (path, parameters) =>
          refused ? { code: 554, lines: ['5.7.8 no login'] } : right.mail(path, parameters),
      };
    }),
  ),
  defect(
    'login-in-clear-text',
    'What AUTH PLAIN carries is not put into base64.',
    COMMON,
    saying((right) => ({
      async logIn(user, password) {
        right.demand(await right.say(`AUTH PLAIN :${user}:${password}`, right.options.timeouts.other));
      },
    })),
  ),
  defect(
    'challenges-not-read',
    'What AUTH LOGIN is answered with is not looked at.',
    COMMON,
    saying((right) => ({
      async say(line, timeout) {
        const answer = await right.say(line, timeout);
        return answer.code === 334 ? { code: 334, lines: [''] } : answer;
      },
    })),
  ),
  defect(
    'auth-parameter-missing',
    'MAIL does not say for whom, although the server has logged in.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(
          path,
          parameters.filter((one) => !one.startsWith('AUTH=')),
        ),
    })),
  ),
  defect(
    'auth-parameter-own-name',
    'Who submitted the message is said to be its sender, whatever was said to the server.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(
          path,
          parameters.map((one) => (one === 'AUTH=<>' ? `AUTH=${path.replaceAll('+', '+2B')}` : one)),
        ),
    })),
  ),
  defect(
    'auth-parameter-in-brackets',
    'Who submitted the message is named in angle brackets, as in MAIL itself.',
    COMMON,
    saying((right) => ({
      mail: (path, parameters) =>
        right.mail(
          path,
          parameters.map((one) => (one === 'AUTH=<>' ? `AUTH=<${path}>` : one)),
        ),
    })),
  ),
  defect(
    'login-plain-only',
    'Of the mechanisms of AUTH the server knows PLAIN alone.',
    'https://github.com/basecamp/once/issues/12',
    saying((right) => ({
      async logIn(user, password) {
        if (right.offers.get('AUTH')?.includes('PLAIN')) return right.logIn(user, password);
        right.demand({ code: 504, lines: ['5.5.4 no mechanism in common'] });
      },
    })),
  ),
];
