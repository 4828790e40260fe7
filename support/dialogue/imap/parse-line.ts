import type { ImapLine } from '../dialogue';
import { DialogueError } from '../errors';
import { parseStatus } from '../status';
import { parseImapValues } from './parse-pattern';
import { isRest, patternKeyword } from './pattern';

const NUMBERED = ['EXISTS', 'RECENT', 'EXPUNGE', 'FETCH'];

/** Parses what stands after `S*` or `S!` in an IMAP dialogue. @throws DialogueError */
export function parseImapLine(text: string): ImapLine {
  if (!text.startsWith('* ')) throw new DialogueError(`“${text}” is no untagged response; it begins with “* ”`);
  if (/^\* (OK|NO|BAD|BYE|PREAUTH)\b/.test(text)) {
    const status = parseStatus(text, 'imap');
    if (status.kind === 'result') return { kind: 'status', status };
  }
  const values = parseImapValues(text.slice(2));
  if (values.length === 0) throw new DialogueError('nothing stands after “* ”');
  const name = patternKeyword(values[0]);
  // Written without its number, such a line could never match, and S! with it never fail.
  if (name !== undefined && NUMBERED.includes(name))
    throw new DialogueError(`a number stands before ${name}: “* 3 ${name}”`);
  if (isRest(values[0]) && values.length === 1) throw new DialogueError('“* ${*}” is every response; name one');
  return { kind: 'data', values };
}
