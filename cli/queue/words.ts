/** The queue in words. */
import type { Hastened, QueuedView, QueueView, Removed } from '../../support/targets/embedded';
import { counted, moment, octets, span, visible } from './units';

/** A line for each message, and one for each of its recipients. */
export function listLines(messages: readonly QueueView[], now: number): string[] {
  if (messages.length === 0) return ['Nothing waits.'];
  const rows = messages.map(({ id, arrived, size, from }) => [id, span(now - arrived), octets(size), sender(from)]);
  const head = ['ID', 'AGE', 'SIZE', 'SENDER'];
  const widths = [0, 1, 2].map((i) => rows.reduce((most, row) => Math.max(most, row[i]!.length), head[i]!.length));
  const inColumns = ([id = '', age = '', size = '', from = '']: string[]) =>
    `${id.padEnd(widths[0]!)}  ${age.padStart(widths[1]!)}  ${size.padStart(widths[2]!)}  ${from}`;
  const waiting = messages.flatMap(({ recipients }) => recipients).filter(({ state }) => state === 'waiting').length;
  const total = octets(messages.reduce((sum, { size }) => sum + size, 0));
  return [
    inColumns(head),
    ...messages.flatMap(({ recipients }, i) => [
      inColumns(rows[i]!),
      ...recipients.map((one) => `    ${visible(one.address)}  ${standing(one, now)}${said(one)}`),
    ]),
    '',
    `${counted(messages.length, 'message')} for ${counted(waiting, 'recipient')}, ${total}`,
  ];
}

/** All that is known of one message. */
export function whyLines({ id, from, arrived, size, end, recipients }: QueueView, now: number): string[] {
  return [
    `${id} from ${sender(from)}, ${octets(size)}`,
    `  came      ${moment(arrived, now)}`,
    `  given up  ${moment(end, now)}`,
    ...recipients.flatMap((one) => [
      '',
      `  ${visible(one.address)}`,
      `    state   ${standing(one, now)}`,
      `    for     ${visible(one.destination)}`,
      ...(one.tried === undefined ? [] : [`    last    ${moment(one.tried, now)}${said(one)}`]),
      ...(one.due === undefined ? [] : [`    next    ${one.due <= now ? 'now' : moment(one.due, now)}`]),
      ...((one.hold ?? 0) > now
        ? [`    hold    nobody could be reached: all that waits for it is left alone until ${moment(one.hold!, now)}`]
        : []),
    ]),
  ];
}

export function hastenedLines({ destinations, when }: Hastened): string[] {
  const lines = destinations.map(({ name, messages }) => `${visible(name)}: ${counted(messages, 'message')}`);
  if (lines.length === 0) return ['Nothing waits.'];
  if (when === 'now') return [...lines, 'It is tried now.'];
  if (when === 'never')
    return [...lines, 'This server hands nothing on: start it with --relay-dns, --smarthost or --trust.'];
  return [...lines, 'No server runs: it is tried as soon as one is started.'];
}

export function removedLine(id: string, { from, recipients, underWay }: Removed): string {
  const whom = recipients.map(visible).join(', ');
  const perhaps = underWay ? '; it was being tried, and may have arrived' : '';
  return `${id} from ${sender(from)} for ${whom} is removed${perhaps}. Its sender hears nothing.`;
}

function sender(from: string): string {
  return from === '' ? '<>' : visible(from);
}

function standing({ state, attempts, due }: QueuedView, now: number): string {
  if (state !== 'waiting') return state === 'delivered' ? 'delivered' : 'given up';
  const tried = attempts === 0 ? 'not tried yet' : `tried ${counted(attempts, 'time')}`;
  const next = due === undefined || due <= now ? 'now' : `in ${span(due - now)}`;
  return `${tried}, ${attempts === 0 ? next : `again ${next}`}`;
}

function said({ news }: QueuedView): string {
  return news === '' ? '' : `: ${visible(news)}`;
}
