/** Mistakes with what is said to the next host, and when (RFC 5321 §3, §4.5.4). */

import { COMMON, defect, type RelayDefect, saying } from './tools';

const NOT_NOW = { code: 452, lines: ['4.5.3 one at a time'] };
const DOUBTED = { code: 451, lines: ['4.0.0 who knows'] };

export const client: readonly RelayDefect[] = [
  defect(
    'never-again',
    'What fails for the moment is given up at once.',
    'https://github.com/decke/smtprelay/issues/210',
    {
      parts: { retries: () => ({ next: () => undefined }) },
    },
  ),
  defect(
    'helo-not-tried',
    'A host that does not know EHLO gets no mail.',
    'https://github.com/dahlia/upyo/issues/41',
    saying((right) => ({
      async hello() {
        const { hostname, timeouts } = right.options;
        right.demand(await right.say(`EHLO ${hostname}`, timeouts.other));
      },
    })),
  ),
  defect(
    'quit-left-out',
    'The connection is closed without QUIT.',
    'https://github.com/rnwood/smtp4dev/issues/1714',
    saying(() => ({ quit: async () => {} })),
  ),
  defect(
    'one-recipient-a-message',
    'Each recipient at a host gets a transaction of its own.',
    'https://github.com/mikedilger/mailstrom/issues/6',
    saying((right) => {
      let named = 0;
      return {
        mail(path, parameters) {
          named = 0;
          return right.mail(path, parameters);
        },
        rcpt: async (path, parameters) => (named++ === 0 ? right.rcpt(path, parameters) : NOT_NOW),
      };
    }),
  ),
  defect(
    'taken-and-sent-again',
    'The reply to the end of the data is lost, and the message sent once more.',
    'https://github.com/Devlaner/devlane/issues/374',
    saying((right) => ({
      async content(content) {
        const answer = await right.content(content);
        return answer.code === 250 && firstTime(content) ? DOUBTED : answer;
      },
    })),
  ),
  defect(
    'route-made',
    'The server puts itself before the recipient as a source route, as RFC 821 had it.',
    COMMON,
    saying((right) => ({ rcpt: (path, ...more) => right.rcpt(routed(right, path), ...more) })),
  ),
  defect(
    'reverse-route-made',
    'The server puts itself before the sender as a source route, as RFC 821 had it.',
    COMMON,
    saying((right) => ({ mail: (path, ...more) => right.mail(path === '' ? path : routed(right, path), ...more) })),
  ),
];

/** By what a Received field says of it, which no other message has. */
const sent = new Set<string>();

function firstTime(content: Buffer): boolean {
  const beginning = content.toString('latin1', 0, 300);
  const first = !sent.has(beginning);
  sent.add(beginning);
  return first;
}

const routed = ({ options }: { options: { hostname: string } }, path: string) => `@${options.hostname}:${path}`;
