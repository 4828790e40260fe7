import type { ImapResponse } from '../../wire/framing/imap-value';
import type { StatusPattern } from '../dialogue';
import { Differs } from '../differs';
import { matchText } from '../match-text';
import type { Bound, Scope } from '../scope';
import { matchCode } from './match-code';
import type { Found } from './match-values';

export type Result = Extract<StatusPattern, { kind: 'result' }>;

/** Compares a continuation, a tagged result or an untagged status with what a line asks for; binds what it captures. */
export function compareStatus(
  wanted: StatusPattern,
  came: ImapResponse,
  line: number,
  scope: Scope,
): Differs | undefined {
  const differs = (code: string, reason: string, at: number) => new Differs(code, reason, line, came.raw, at);
  if (wanted.kind === 'continuation') {
    if (came.kind !== 'continuation') return differs('status-differs', '+ was expected', 0);
    if (wanted.text === undefined) return undefined;
    const result = matchText(wanted.text, came.text, scope, undefined, { prefix: true });
    if (!result.matched) return differs('text-differs', 'the text after + differs', 2 + result.at);
    scope.bind(result.bound);
    return undefined;
  }
  if (wanted.kind !== 'result') return differs('status-differs', 'the end of the connection was expected', 0);
  const words = `${wanted.tag} ${wanted.results.join('/')}`;
  if (came.kind !== 'status' || came.tag !== wanted.tag) return differs('status-differs', `${words} was expected`, 0);
  if (!wanted.results.includes(came.status)) {
    return differs('status-differs', `${words} was expected, ${came.status} came`, came.tag.length + 1);
  }
  const found = matchResult(wanted, came, scope, undefined);
  if (found === undefined) {
    const at = came.tag.length + came.status.length + 2;
    return differs('code-differs', 'the response code or the text after it differs', at);
  }
  scope.bind(found.bound);
  return undefined;
}

/** Whether a status response is the one asked for: tag, result, response code and text where they are written. */
export function matchResult(wanted: Result, came: ImapResponse, scope: Scope, bound: Bound): Found {
  if (came.kind !== 'status' || came.tag !== wanted.tag || !wanted.results.includes(came.status)) return undefined;
  let found: Found = { bound };
  if (wanted.code !== undefined) found = came.code && matchCode(wanted.code, came.code, came.raw, scope, bound);
  if (found === undefined || wanted.text === undefined) return found;
  const text = matchText(wanted.text, came.text, scope, found.bound, { prefix: true });
  return text.matched ? text : undefined;
}
