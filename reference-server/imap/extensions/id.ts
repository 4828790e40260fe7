import { type Command, completed } from '../command';
import type { Extension } from '../extension';
import { bad } from '../refusal';
import type { Arguments } from '../syntax/arguments';

/** RFC 2971 §3.3. */
const MOST_PAIRS = 30;
const LONGEST_NAME = 30;
const LONGEST_VALUE = 1024;

/** Who speaks here. What the client says of itself changes nothing (RFC 2971 §3). */
const run: Command = {
  state: 'any',
  run(session, call) {
    call.args.space();
    readPairs(call.args);
    call.args.end();
    session.untagged('ID ("name" "mailspec reference server" "vendor" "mailspec")');
    return completed(call);
  },
};

export const id: Extension = { name: 'ID', rfc: '2971', commands: { ID: run } };

function readPairs(args: Arguments): void {
  if (!args.sees('(')) {
    if (args.nstring() !== null) throw bad('ID takes a list or NIL');
    return;
  }
  const names = args.listOrEmpty(() => {
    const name = args.string();
    args.space();
    const value = args.nstring() ?? '';
    if (name.length > LONGEST_NAME || value.length > LONGEST_VALUE) throw bad('A name or a value is too long');
    return name.toLowerCase();
  });
  if (names.length > MOST_PAIRS || new Set(names).size < names.length) throw bad('Too many names, or one twice');
}
