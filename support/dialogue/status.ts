import { ALERTS } from '../wire/alerts';
import type { ProtocolName, StatusPattern } from './dialogue';
import { DialogueError } from './errors';
import type { Template } from './expression';
import { parseImapCode } from './imap/parse-pattern';
import { parseTemplate } from './template';

const REPLY = /^([0-9x]{3}(?:\/[0-9x]{3})*)(?: (.*))?$/s;
const INDICATOR = /^((?:\+OK|-ERR|\+)(?:\/(?:\+OK|-ERR|\+))*)(?: (.*))?$/s;
const RESULT = /^([^ ]+) ((?:OK|NO|BAD|BYE|PREAUTH)(?:\/(?:OK|NO|BAD|BYE|PREAUTH))*)(?: (.*))?$/s;
const REFUSED = /^\$\{refused(?: ([a-z_]+))?(?: or a group of (\d+) bits)?\}$/;
const SERVER_HELLO = /^\$\{server-hello(?: x([0-9A-Fa-f]{4}(?:\/[0-9A-Fa-f]{4})*))?( asking nothing)?\}$/;
const SILENT = /^\$\{silent (\d+) ?(ms|s)\}$/;

/**
 * Parses what stands after `S:` or `S?`: `503/554`, `-ERR [IN-USE]`, `a1 NO/BAD`, `+`, `${closed}`, `${farewell}`, `${silent 300ms}`, `${refused}`, `${server-hello}`.
 * @throws DialogueError that says what a status of this protocol looks like.
 */
export function parseStatus(text: string, protocol: ProtocolName): StatusPattern {
  if (text === '${closed}') return { kind: 'closed' };
  if (text === '${farewell}') return { kind: 'farewell' };
  const hello = SERVER_HELLO.exec(text);
  if (hello !== null) {
    const [, suites, unasked] = hello;
    return {
      kind: 'server-hello',
      ...(suites && { suites: suites.toLowerCase().split('/') }),
      ...(unasked && { unasked: true }),
    };
  }
  const refused = REFUSED.exec(text);
  if (refused !== null)
    return { ...refusal(refused[1]), ...(refused[2] && { orGroup: Number(refused[2]) }) } as StatusPattern;
  const milliseconds = parseSilence(text);
  if (milliseconds !== undefined) return { kind: 'silent', milliseconds };
  if (protocol === 'imap') return parseImapStatus(text);
  return protocol === 'pop3' ? parsePop3Status(text) : parseReply(text);
}

/** Parses what stands after `C:` or `C?` where the suite is the server: a line of the client, `${message}`, `${closed}`, `${silent 300ms}`. */
export function parseClientLine(text: string): StatusPattern {
  if (text === '${closed}') return { kind: 'closed' };
  if (text === '${message}') return { kind: 'content' };
  const milliseconds = parseSilence(text);
  return milliseconds === undefined ? { kind: 'line', text: parseTemplate(text) } : { kind: 'silent', milliseconds };
}

/** The milliseconds of `${silent 300ms}`, or undefined for anything else. */
export function parseSilence(text: string): number | undefined {
  const [, number, unit] = SILENT.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (unit === 's' ? 1000 : 1);
}

function refusal(alert: string | undefined): StatusPattern {
  if (alert === undefined) return { kind: 'refused' };
  if (!ALERTS.has(alert)) throw new DialogueError(`“${alert}” is no alert; there are ${[...ALERTS.keys()].join(', ')}`);
  return { kind: 'refused', alert };
}

function parseReply(text: string): StatusPattern {
  const match = REPLY.exec(text);
  if (match === null)
    throw new DialogueError(`“${text}” is no reply; write 250, 250/251, 5xx, 503/5xx, or a code and text`);
  return { kind: 'reply', codes: match[1]!.split('/'), ...textOf(match[2]) };
}

function parsePop3Status(text: string): StatusPattern {
  const match = INDICATOR.exec(text);
  if (match === null)
    throw new DialogueError(`“${text}” is no POP3 status; write +OK, -ERR, +OK/-ERR, + or -ERR [IN-USE]`);
  return { kind: 'indicator', indicators: match[1]!.split('/'), ...textOf(match[2]) };
}

function parseImapStatus(text: string): StatusPattern {
  if (text === '+' || text.startsWith('+ ')) return { kind: 'continuation', ...textOf(text.slice(2) || undefined) };
  const match = RESULT.exec(text);
  if (match === null) {
    throw new DialogueError(`“${text}” is no IMAP status; write a1 OK, a1 NO/BAD, a1 NO [TRYCREATE], * BYE or +`);
  }
  const [, tag, results, rest] = match;
  const { code, after } = rest?.startsWith('[') ? parseImapCode(rest) : { code: undefined, after: rest };
  return {
    kind: 'result',
    tag: tag!,
    results: results!.split('/'),
    ...(code && { code }),
    ...textOf(after || undefined),
  };
}

function textOf(text: string | undefined): { text?: Template } {
  return text === undefined ? {} : { text: parseTemplate(text) };
}

/** Whether a reply code is one of those asked for; `x` stands for any digit. */
export function isCode(code: number, patterns: string[]): boolean {
  const text = String(code);
  return patterns.some((pattern) => [...pattern].every((digit, n) => digit === 'x' || digit === text[n]));
}
