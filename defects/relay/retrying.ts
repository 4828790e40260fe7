/** Mistakes with what is tried again, when, and for how long (RFC 5321 §4.5.4.1). */

import type { Clock } from '../../reference-server/net/clock';
import type { Answer } from '../../reference-server/relay/answer';
import type { Timeouts } from '../../reference-server/relay/options';
import { COMMON, defect, keeping, type RelayDefect, reporting, saying, trying } from './tools';

const SECOND = 1000;
const HALF_AN_HOUR = 30 * 60_000;
const FOR_EVER = 1_000 * 365 * 24 * 60 * 60_000;

/** What hosts have answered to MAIL, by sender; a server has one clock. */
const refusals = new WeakMap<Clock, Map<string, Answer>>();

/** No time is over for any answer. */
const patient = saying((right) => {
  const { timeouts } = right.options;
  const endless = Object.fromEntries(Object.keys(timeouts).map((what) => [what, FOR_EVER])) as unknown as Timeouts;
  return { options: { ...right.options, timeouts: endless } };
});

export const retrying: readonly RelayDefect[] = [
  defect(
    'no-pause',
    'What failed is tried again after a second, and again.',
    'https://bugs.launchpad.net/ubuntu/+source/nullmailer/+bug/254130',
    trying((right) => ({
      next: (attempts, arrived, now) => right.next(attempts, arrived, now) && now + SECOND,
      pause: () => SECOND,
    })),
  ),
  defect(
    'never-given-up',
    'What cannot be handed on is tried for ever, and the sender hears nothing of it.',
    'https://bugs.debian.org/329192',
    trying(() => ({ end: (arrived) => arrived + FOR_EVER })),
  ),
  defect(
    'expired-in-silence',
    'The sender hears of what was refused, and not of what was given up.',
    'https://github.com/foxcpp/maddy/issues/326',
    reporting((right) => ({ isDue: (news) => news.status !== '4.4.7' && right.isDue(news) })),
  ),
  defect(
    'delay-told-as-failure',
    'That a message waits is told as if it had failed.',
    COMMON,
    reporting((right) => ({
      recipientFields: (news, global) =>
        right.recipientFields(news.action === 'delayed' ? { ...news, action: 'failed' } : news, global),
    })),
  ),
  defect(
    'delay-told-to-everybody',
    'That a message waits is told whatever NOTIFY says.',
    COMMON,
    reporting((right) => ({ isDue: (news) => news.action === 'delayed' || right.isDue(news) })),
  ),
  defect(
    'delay-not-told',
    'That a message waits is never told.',
    'https://github.com/foxcpp/maddy/issues/326',
    reporting((right) => ({ isDue: (news) => news.action !== 'delayed' && right.isDue(news) })),
  ),
  defect(
    'taken-again-with-the-rest',
    'A message is tried again for all of its recipients until each has it.',
    'https://github.com/Particular/NServiceBus/issues/1052',
    keeping((right) => ({
      update(recipient) {
        const others = right.recipients(recipient.entry).filter(({ number }) => number !== recipient.number);
        const before = right.recipients(recipient.entry).find(({ number }) => number === recipient.number);
        const wait =
          recipient.state === 'delivered' && others.some(({ state, attempts }) => state === 'waiting' && attempts < 2);
        if (!wait || before?.due === undefined) return right.update(recipient);
        right.update({ ...recipient, state: 'waiting', due: before.due + HALF_AN_HOUR, deadline: before.deadline });
      },
    })),
  ),
  defect(
    'refusal-of-mail-cached',
    'A sender whose MAIL was refused for good is not tried again at that host.',
    COMMON,
    saying((right) => {
      const { clock } = right.options;
      return {
        async mail(path, parameters) {
          const known = refusals.get(clock) ?? new Map();
          refusals.set(clock, known);
          const answer = known.get(path) ?? (await right.mail(path, parameters));
          if (answer.code >= 500) known.set(path, answer);
          return answer;
        },
      };
    }),
  ),
  defect(
    'waits-for-ever',
    'What a host answers is waited for without end.',
    'https://github.com/haraka/Haraka/issues/2683',
    patient,
  ),
  defect(
    'one-after-the-other',
    'Messages go out one after the other, and a host that says nothing holds up all of them.',
    'https://github.com/hitobito/hitobito/issues/466',
    {
      parts: {
        ...patient.parts,
        kept: (right) => ({
          ready: (now, failing, except, limit) =>
            except.length > 0 ? [] : right.ready(now, failing, except, limit).slice(0, 1),
          destination(name) {
            const others = [false, true].flatMap((failing) => right.ready(Number.MAX_SAFE_INTEGER, failing, [name], 1));
            return others.length > 0 ? undefined : right.destination(name);
          },
        }),
      },
    },
  ),
];
