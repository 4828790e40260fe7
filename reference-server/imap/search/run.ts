import type { Message } from '../../store/types';
import { ofOneMessage } from '../as-refusal';
import { positionOf } from '../backend/model';
import type { Selected } from '../backend/selected';
import { Turns } from '../turns';
import { type Candidate, compile, type Test } from './compile';
import type { Key } from './keys';

/** The UIDs of the messages of the view that fit, ascending. Messages that are gone are passed over. */
export async function runSearch(selected: Selected, key: Key): Promise<number[]> {
  const { uids, rest } = candidates(selected, key);
  const test = rest && compile(selected, rest);
  if (test && test.cost > 0) selected.model.prepare(uids);
  const found: number[] = [];
  const asked = new Asked(selected);
  const turns = new Turns(test && test.cost > 1 ? 4 : 64);
  for (const uid of uids) {
    if (asked.take(uid) && (!test || fits(test, asked, selected))) found.push(uid);
    if (turns.due) await turns.pass();
  }
  return found;
}

/** What cannot be read fits nothing, and is noted. */
function fits(test: Test, asked: Asked, { session }: Selected): boolean {
  try {
    return test.fits(asked);
  } catch (error) {
    ofOneMessage(session, error);
    return false;
  }
}

/** The messages that can fit at all, which a flag that must be as it says may narrow down; and what else must hold. */
function candidates(selected: Selected, key: Key): { uids: readonly number[]; rest: Key | undefined } {
  if (key.kind === 'flag') return { uids: selected.model.byFlag(key.bit, key.set), rest: undefined };
  const flag = key.kind === 'and' ? key.keys.find((one) => one.kind === 'flag') : undefined;
  if (!flag || key.kind !== 'and') return { uids: selected.uids, rest: key };
  // The same word said twice is the same key twice: nothing may be left.
  const keys = key.keys.filter((one) => one !== flag);
  return { uids: selected.model.byFlag(flag.bit, flag.set), rest: keys.length > 0 ? { kind: 'and', keys } : undefined };
}

/** One object for all candidates of a search: there may be a hundred thousand. */
class Asked implements Candidate {
  uid = 0;
  number = 0;
  private place = -1;

  constructor(private readonly selected: Selected) {}

  /** Turns to the message; false when it is gone, or new and not yet told of. UIDs ascend from call to call. */
  take(uid: number): boolean {
    const { uids, model } = this.selected;
    this.uid = uid;
    this.place = uids[this.place + 1] === uid ? this.place + 1 : positionOf(uids, uid);
    this.number = this.place + 1;
    return uids[this.place] === uid && (!this.selected.hasGone || model.has(uid));
  }

  message(): Message {
    return this.selected.message(this.uid)!;
  }
}
