/** What a scenario asks of a message that has arrived. */
import { matchText } from '../dialogue/match-text';
import type { Scope } from '../dialogue/scope';
import { parseTemplate } from '../dialogue/template';
import { Mismatch } from '../outcome';
import { escapeBytes, excerpt } from '../wire/escape';
import { headerFields, splitMessage } from './message';

/** @throws Mismatch `body-differs` with the first line that does. */
export function checkSameBody(received: Buffer, sent: Buffer): void {
  const came = splitMessage(received).body;
  const wanted = splitMessage(sent).body;
  if (came.equals(wanted)) return;
  throw new Mismatch('body-differs', 'the body arrived changed', firstDifference(wanted, came));
}

/** @throws Mismatch `lines-differ`: the message does not begin with these lines; each may hold `${*}`. */
export function checkFirstLines(received: Buffer, text: string, scope: Scope): void {
  const lines = received.toString('latin1').split('\r\n');
  for (const [index, wanted] of text.split('\n').entries()) {
    const line = Buffer.from(lines[index] ?? '', 'latin1');
    const result = matchText(parseTemplate(wanted), line, scope, undefined);
    if (result.matched) {
      scope.bind(result.bound);
      continue;
    }
    throw new Mismatch(
      'lines-differ',
      `line ${index + 1} of the message differs`,
      `wanted: ${wanted}\ncame:   ${escapeBytes(line)}`,
    );
  }
}

/** @param text `Name: pattern`. @throws Mismatch `field-missing`: no field of that name fits. */
export function checkHeaderField(received: Buffer, text: string, scope: Scope): void {
  const [, name = '', pattern = ''] = /^([^:\s]+):\s*(.*)$/s.exec(text) ?? [];
  if (name === '') throw new Error(`“${text}” is not “Name: pattern”.`);
  const template = parseTemplate(pattern);
  const values = valuesOf(received, name);
  const fits = values.some((value) => {
    const result = matchText(template, Buffer.from(value.replace(/[ \t]+/g, ' ').trim(), 'latin1'), scope, undefined);
    if (result.matched) scope.bind(result.bound);
    return result.matched;
  });
  if (fits) return;
  const came = values.length === 0 ? `no field ${name}` : values.map((value) => `${name}: ${value}`).join('\n');
  throw new Mismatch('field-missing', `the message has no header field that fits ${text}`, came);
}

/**
 * The fields stand in the message in this order; others may stand between them.
 * @param text a line each, `Name: value`; `${*}` allowed. @throws Mismatch `field-order` for the first that does not come in its turn
 */
export function checkFieldOrder(received: Buffer, text: string, scope: Scope): void {
  let left = headerFields(received).map(({ name, value }) => `${name}: ${value.replace(/[ \t]+/g, ' ').trim()}`);
  for (const line of text.split('\n')) {
    const written = line.split('${*}').map((part) => literally(scope.expand(part).toString('latin1')));
    const wanted = new RegExp(`^${written.join('.*')}$`, 'is');
    const found = left.findIndex((field) => wanted.test(field));
    if (found < 0) throw new Mismatch('field-order', `the field “${line}” does not come in its turn`, left.join('\n'));
    left = left.slice(found + 1);
  }
}

/** @throws Mismatch `field-count` */
export function checkFieldCount(received: Buffer, name: string, times: number): void {
  const values = valuesOf(received, name);
  if (values.length === times) return;
  const came = values.map((value) => `${name}: ${value}`).join('\n');
  throw new Mismatch(
    'field-count',
    `the message has ${values.length} fields ${name}, not ${times}`,
    came ||
      headerFields(received)
        .map(({ raw }) => raw.trimEnd())
        .join('\n'),
  );
}

/** @throws Mismatch `message-differs`: the octets that were sent are not the last of what came. */
export function checkEndsWith(received: Buffer, sent: Buffer): void {
  if (received.length >= sent.length && received.subarray(received.length - sent.length).equals(sent)) return;
  const from = Math.max(0, received.length - sent.length);
  throw new Mismatch(
    'message-differs',
    'the message does not end with what was sent',
    firstDifference(sent, received.subarray(from)),
  );
}

/** @throws Mismatch `text-found`; letters are equal in both cases. */
export function checkDoesNotContain(received: Buffer, text: Buffer): void {
  const at = received.toString('latin1').toLowerCase().indexOf(text.toString('latin1').toLowerCase());
  if (at < 0) return;
  throw new Mismatch(
    'text-found',
    'the message holds what must not be in it',
    excerpt(received.subarray(Math.max(0, at - 60), at + text.length + 60)),
  );
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function valuesOf(message: Buffer, name: string): string[] {
  return headerFields(message)
    .filter((field) => field.name.toLowerCase() === name.toLowerCase())
    .map(({ value }) => value);
}

/** The first line in which two texts differ. */
function firstDifference(wanted: Buffer, came: Buffer): string {
  const split = (bytes: Buffer) => bytes.toString('latin1').split(/(?<=\r\n)/);
  const lines = split(wanted);
  const others = split(came);
  const at = [...lines, ''].findIndex((line, index) => line !== (others[index] ?? ''));
  const show = (line: string | undefined) => excerpt(Buffer.from(line ?? '', 'latin1'));
  return [
    `${wanted.length} octets were sent, ${came.length} came; line ${at + 1} differs:`,
    `sent: ${show(lines[at])}`,
    `came: ${show(others[at])}`,
  ].join('\n');
}

/** The body of the first Received field. @throws Mismatch `field-missing` */
export function topReceived(received: Buffer): string {
  const value = valuesOf(received, 'Received')[0];
  if (value === undefined) throw new Mismatch('field-missing', 'the message has no Received field');
  return value;
}
