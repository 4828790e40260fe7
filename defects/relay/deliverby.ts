/** Mistakes with messages that are to be delivered in time (RFC 2852). */

import type { Parcel } from '../../reference-server/relay/parcel';
import type { NewEntry } from '../../reference-server/store/queue-types';
import { holding, reporting, without } from './reports';
import { believing, COMMON, defect, keeping, type RelayDefect, saying } from './tools';

const RETURN = '"late":"return"';
const NOTIFY = '"late":"notify"';

/** What is handed on of BY. */
const handingOn = (change: (parameter: string) => readonly string[]) =>
  saying((right) => ({
    mail: (path, parameters) =>
      right.mail(
        path,
        parameters.flatMap((one) => (one.startsWith('BY=') ? change(one) : [one])),
      ),
  }));

/** What is kept of the time. */
const keepingOf = (change: (entry: NewEntry) => NewEntry) =>
  keeping((right) => ({ add: (entry) => right.add(change(entry)) }));

const rewritten = (from: string, to: string) =>
  keepingOf((entry) => ({ ...entry, envelope: entry.envelope.replace(from, to) }));

const timeless = ({ envelope: { deliverBy, ...envelope }, ...parcel }: Parcel): Parcel => ({ ...parcel, envelope });

export const deliverby: readonly RelayDefect[] = [
  defect(
    'deliverby-kept-back',
    'The next hop is not told of the time.',
    COMMON,
    handingOn(() => []),
  ),
  defect(
    'deliverby-as-it-came',
    'The next hop is told of the time as it was when the message came.',
    COMMON,
    handingOn((parameter) => [parameter.replace(/^BY=5\d\d;/, 'BY=600;')]),
  ),
  defect(
    'deliverby-never-negative',
    'Of a time that is over the next hop is told that it is over now.',
    COMMON,
    handingOn((parameter) => [parameter.replace(/^BY=-\d+;/, 'BY=0;')]),
  ),
  defect(
    'deliverby-to-anybody',
    'What is to come back goes to who cannot be told of its time too.',
    COMMON,
    saying((right) => ({ fitted: (parcel) => right.fitted(timeless(parcel)) })),
  ),
  defect(
    'deliverby-least-of-host-unheeded',
    'The least time of the next hop is not looked at.',
    COMMON,
    believing((offers) => (offers.has('DELIVERBY') ? new Map(offers).set('DELIVERBY', []) : offers)),
  ),
  defect('deliverby-only-told', 'What is to come back is only told of.', COMMON, rewritten(RETURN, NOTIFY)),
  defect('deliverby-comes-back', 'What is only to be told of comes back.', COMMON, rewritten(NOTIFY, RETURN)),
  defect('deliverby-tried-on', 'What came back because its time was over is tried on.', COMMON, {
    parts: {
      dialogue: (right) => ({ fitted: (parcel) => right.fitted(timeless(parcel)) }),
      kept: (right) => ({
        update(queued) {
          const entry = right.entry(queued.entry);
          const again = queued.state === 'failed' && entry?.envelope.includes(RETURN);
          right.update(again ? { ...queued, state: 'waiting', due: entry!.arrived + 120_000 } : queued);
        },
      }),
    },
  }),
  defect(
    'deliverby-delay-untold',
    'That a message is late is told no sooner than of any other.',
    COMMON,
    keepingOf((entry) => ({
      ...entry,
      recipients: entry.recipients.map((one) =>
        entry.envelope.includes(NOTIFY) ? { ...one, deadline: entry.arrived + 5 * 86_400_000 } : one,
      ),
    })),
  ),
  defect(
    'deliverby-status',
    'A report does not say by its status that the time was over.',
    COMMON,
    holding('Status', (status) => status.replace(/\.4\.7$/, '.0.0')),
  ),
  defect('deliverby-undated', 'A report does not tell of the time.', COMMON, without('Deliver-By-Date')),
  defect(
    'deliverby-unreported',
    'Nothing is reported on a message with a time.',
    COMMON,
    reporting((right) => ({
      addressee: (subject) => (subject.envelope.deliverBy ? undefined : right.addressee(subject)),
    })),
  ),
  defect(
    'deliverby-loss-untold',
    'That a message went on without its time hears only who asked for success.',
    COMMON,
    reporting((right) => ({ isDue: (news) => right.isDue({ ...news, unasked: false }) })),
  ),
  defect(
    'deliverby-never-unheeded',
    'That a message went on without its time hears who wants to hear of nothing, too.',
    COMMON,
    reporting((right) => ({ isDue: (news) => news.unasked === true || right.isDue(news) })),
  ),
  defect(
    'deliverby-delay-unasked',
    'A next hop that cannot be told of the time is not asked to tell of a delay.',
    COMMON,
    saying((right) => ({
      rcpt: (path, parameters = []) =>
        right.rcpt(
          path,
          parameters.map((one) => one.replace(/^(NOTIFY=.*),DELAY$/, '$1')),
        ),
    })),
  ),
  defect('deliverby-untraced', 'Who wants a trace gets none.', COMMON, rewritten('"trace":true', '"trace":false')),
];
