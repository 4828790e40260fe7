import type { Pop3Payload, Pop3Status } from '../wire/framing/pop3';
import type { SmtpReply } from '../wire/framing/smtp';
import { assign } from './assign';
import type { GroupLine, StatusPattern } from './dialogue';
import { Differs } from './differs';
import { matchText } from './match-text';
import { expandTemplate, type Scope } from './scope';
import { isCode } from './status';

type Outcome = Differs | undefined;

/** Compares an SMTP or LMTP reply with a status; binds what it captures. */
export function compareReply(status: StatusPattern, reply: SmtpReply, line: number, scope: Scope): Outcome {
  const { raw, code, lines } = reply;
  if (status.kind !== 'reply' || !isCode(code, status.codes)) {
    const wanted = status.kind === 'reply' ? status.codes.join(' or ') : 'the end of the connection';
    return new Differs('status-differs', `${wanted} was expected, ${code} came`, line, raw, 0);
  }
  return compareText(status.text, lines[0]!, scope, line, raw, 4);
}

/** Compares the first line of a POP3 response with a status. */
export function comparePop3(status: StatusPattern, came: Pop3Status, line: number, scope: Scope): Outcome {
  const { indicator, text, raw } = came;
  if (status.kind !== 'indicator' || !status.indicators.includes(indicator)) {
    const wanted = status.kind === 'indicator' ? status.indicators.join(' or ') : 'the end of the connection';
    return new Differs('status-differs', `${wanted} was expected, ${indicator} came`, line, raw, 0);
  }
  return compareText(status.text, text, scope, line, raw, indicator.length + 1);
}

/** Free text after a status: must begin with what the scenario says. Response codes ignore case (RFC 2449 §8). */
export function compareText(
  wanted: Extract<StatusPattern, { kind: 'reply' }>['text'],
  text: Buffer,
  scope: Scope,
  line: number,
  raw: Buffer,
  offset: number,
): Outcome {
  if (wanted === undefined) return undefined;
  const result = matchText(wanted, text, scope, undefined, { prefix: true, ignoreCase: text[0] === 91 });
  if (!result.matched)
    return new Differs('text-differs', 'the text after the status differs', line, raw, offset + result.at);
  scope.bind(result.bound);
  return undefined;
}

/** `S*` and `S!` lines against the lines of a reply or of a payload. @throws Differs `missing-line`, `forbidden-line` */
export function compareLines(
  group: GroupLine[],
  lines: Buffer[],
  raw: Buffer,
  scope: Scope,
  ignoreCase: boolean,
): void {
  const wanted = group.filter(({ mark }) => mark === '*');
  const result = assign(wanted.length, lines.length, (line, item, bound) => {
    const match = matchText(wanted[line]!.template, lines[item]!, scope, bound, { ignoreCase });
    return match.matched ? match : undefined;
  });
  if ('missing' in result) throw new Differs('missing-line', 'a line is missing', wanted[result.missing]!.line, raw);
  scope.bind(result.bound);
  for (const { mark, template, line } of group) {
    if (mark !== '!') continue;
    const found = lines.find((each) => matchText(template, each, scope, undefined, { ignoreCase }).matched);
    if (found !== undefined) throw new Differs('forbidden-line', 'a line came that must not come', line, found, 0);
  }
}

/** `S|` lines: the whole payload, in order. @throws Differs `payload-differs` */
export function comparePayload(group: GroupLine[], { lines }: Pop3Payload, scope: Scope): void {
  const exact = group.filter(({ mark }) => mark === '|');
  if (exact.length === 0) return;
  const rest = [...lines];
  for (const { template, line } of exact) {
    if (takesLines(template)) {
      const all = Buffer.concat(rest.splice(0).flatMap((each) => [each, CRLF]));
      const taken = matchText(template, all, scope);
      if (!taken.matched) throw new Differs('payload-differs', 'the payload differs', line, all, taken.at);
      scope.bind(taken.bound);
      continue;
    }
    const came = rest.shift();
    if (came === undefined) throw new Differs('payload-differs', 'the payload ends before this line', line, NOTHING);
    const count = valueLines(template, scope);
    const whole = count > 1 ? joinLines([came, ...rest.splice(0, count - 1)]) : came;
    const template1 =
      count > 1 ? [{ kind: 'bytes' as const, bytes: withoutEnd(expandTemplate(template, scope)) }] : template;
    const result = matchText(template1, whole, scope);
    if (!result.matched) throw new Differs('payload-differs', 'the payload differs', line, whole, result.at);
    scope.bind(result.bound);
  }
  if (rest.length > 0) {
    const { line } = exact.at(-1)!;
    throw new Differs('payload-differs', `the payload has ${rest.length} more lines`, line, joinLines(rest), 0);
  }
}

const NOTHING = Buffer.alloc(0);
const CRLF = Buffer.from('\r\n');

/** `${whole:lines}`: the rest of the payload, each line with CRLF. */
function takesLines([first, ...others]: GroupLine['template']): boolean {
  return first?.kind === 'capture' && first.type === 'lines' && others.length === 0;
}

/** How many lines a value of many lines stands for; 1 for anything else. */
function valueLines(template: GroupLine['template'], scope: Scope): number {
  if (template.some(({ kind }) => kind === 'any' || kind === 'capture')) return 1;
  const value = withoutEnd(expandTemplate(template, scope));
  let count = 1;
  for (let at = value.indexOf(CRLF); at >= 0; at = value.indexOf(CRLF, at + 2)) count++;
  return count;
}

function withoutEnd(bytes: Buffer): Buffer {
  return bytes.subarray(-2).equals(CRLF) ? bytes.subarray(0, -2) : bytes;
}

function joinLines(lines: Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line, n) => (n === 0 ? [line] : [CRLF, line])));
}
