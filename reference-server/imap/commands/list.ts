import { type Mailbox, SEPARATOR } from '../../store/types';
import type { ListEntry, ListRequest } from '../backend/list';
import { type Call, type Command, completed } from '../command';
import { decodeName, encodeName, type GivenName } from '../mailbox-name';
import { bad } from '../refusal';
import { astring } from '../response/strings';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';

/** What a return option does (RFC 5258 §3.2) that is no attribute. */
export interface ListReturn {
  /** Reads what follows its word; gives what is told after each name, where anything is. */
  read?(session: Session, args: Arguments): (entry: ListEntry) => string | undefined;
}

/** RFC 9051 §6.3.9; options by RFC 5258 §3. */
export const list: Command = {
  state: 'authenticated',
  run(session, call) {
    const { request, telling } = read(session, call);
    for (const entry of session.account!.list(request)) {
      session.untagged(`LIST ${entryLine(session, entry)}`);
      for (const tell of telling) {
        const told = tell(entry);
        if (told !== undefined) session.untagged(told);
      }
    }
    return completed(call);
  },
};

type Telling = Array<ReturnType<NonNullable<ListReturn['read']>>>;

function read(session: Session, { args }: Call): { request: ListRequest; telling: Telling } {
  const { tables } = session;
  const request: ListRequest = { patterns: [], select: new Set(), return: new Set(), extended: false };
  args.space();
  if (tables.listSelections.size > 0 && args.sees('(')) {
    request.extended = true;
    request.select = readSelection(session, args);
    args.space();
  }
  const reference = decodeName(session, args.astring());
  args.space();
  const pattern = () => decodeName(session, args.listMailbox());
  if (tables.listPatterns && args.sees('(')) {
    request.patterns = args.list(pattern);
    request.extended = true;
  } else {
    request.patterns = [pattern()];
  }
  const telling = tables.listReturns.size > 0 && args.trySpace() ? readReturn(session, args, request) : [];
  args.end();
  if (reference !== '') request.patterns = request.patterns.map((one) => (one === '' ? one : reference + one));
  return { request, telling };
}

/** The selection options (RFC 5258 §3.1). */
function readSelection({ tables }: Session, args: Arguments): Set<string> {
  const words = args.listOrEmpty(() => {
    const word = args.keyword();
    if (!tables.listSelections.has(word)) throw bad(`LIST selects by no ${word.slice(0, 40)}`).because('option');
    return word;
  });
  const options = words.map((word) => tables.listSelections.get(word)!);
  // RFC 9051 §6.3.9.1: RECURSIVEMATCH says how to match by another option, so one must be there.
  if (options.some(({ recursive }) => recursive) && !options.some(({ fits }) => fits))
    throw bad('RECURSIVEMATCH needs another selection option').because('option');
  return new Set(words);
}

/** `RETURN (…)`. */
function readReturn(session: Session, args: Arguments, request: ListRequest): Telling {
  if (args.keyword() !== 'RETURN') throw bad('RETURN is missing');
  request.extended = true;
  args.space();
  return args
    .listOrEmpty(() => {
      const word = args.keyword();
      const option = session.tables.listReturns.get(word);
      if (!option) throw bad(`LIST returns no ${word.slice(0, 40)}`).because('option');
      request.return.add(word);
      return option.read?.(session, args);
    })
    .filter((tell) => tell !== undefined);
}

/** `(attributes) "/" name`, and what is told beside. */
export function entryLine(session: Session, { name, attributes, childInfo }: ListEntry, oldName?: string): string {
  const extended = [
    ...(childInfo ? [`"CHILDINFO" (${childInfo.map((one) => `"${one}"`).join(' ')})`] : []),
    ...(oldName === undefined ? [] : [`"OLDNAME" (${astring(oldName, session.style)})`]),
  ];
  const info = extended.length > 0 ? ` (${extended.join(' ')})` : '';
  return `(${attributes.join(' ')}) "${SEPARATOR}" ${encodeName(session, name)}${info}`;
}

/** The LIST response that SELECT gives (RFC 9051 §6.3.2). */
export function listLine(session: Session, mailbox: Mailbox, oldName?: string): string {
  const { name, specialUse } = mailbox;
  return `LIST ${entryLine(session, { name, attributes: specialUse === '' ? [] : [specialUse] }, oldName)}`;
}

/** Tells a client that gave a name in another spelling how the mailbox is called (RFC 9051 §6.3.9.7). */
export function tellOldName(session: Session, { name, oldName }: GivenName, attributes: string[] = []): void {
  if (oldName !== undefined) session.untagged(`LIST ${entryLine(session, { name, attributes }, oldName)}`);
}
