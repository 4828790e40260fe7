/**
 * Bob's way into a mailbox of alice's. RFC 4314 leaves much to the server: which rights are tied together, which an identifier may have, whether
 * anybody can be let in at all, and by which name he finds what he is let into. What this target does not do is not asked of it.
 */
import { lettersOf } from '../dialogue/imap/rights';
import { NotApplicable } from '../outcome';
import { type ImapData, type ImapValue, responseName } from '../wire/framing/imap-value';
import { rung } from './ladders';
import type { Stage } from './stage';

/** Numbers that no dialogue of a scenario has any use for. */
const ALICE = 9;
const BOB = 8;

/** What MYRIGHTS must tell, and what SETACL must take away, their own scenarios judge. */
const JUDGED = ['R4314-3.5-a', 'R4314-3.1-a'];

/** What an identifier may have in a mailbox (RFC 4314 §3.7). */
interface Grantable {
  always: string;
  /** Those of one string come together. */
  tied: string[];
}

/**
 * Gives bob the first set of rights in `${mailbox}`, and binds `shared`, its name for him, `shared.delimiter`, what separates the levels of that name, and `identifier`, what the access control list calls him.
 * @param sets every set of rights that the scenario gives him
 * @throws NotApplicable where one of them cannot be given, or comes with others
 */
export async function shareMailbox(stage: Stage, sets: readonly string[]): Promise<void> {
  const [first = ''] = sets;
  await stage.aside({ spoken: 'imap', state: 'authenticated' }, ALICE, async () => {
    const say = speaker(stage, ALICE);
    const [own] = told(await say('MYRIGHTS', '${quoted(mailbox)}'), 'MYRIGHTS');
    if (!textOf(own?.[2]).includes('a')) unlike('alice may give nobody rights in a mailbox of hers');
    const others = await clearOthers(stage, say);
    const [list] = told(await say('LISTRIGHTS', '${quoted(mailbox)} ${quoted(bob.user)}'), 'LISTRIGHTS');
    if (list === undefined) unlike('bob cannot be given rights in a mailbox of hers');
    const grantable = { always: textOf(list[3]), tied: list.slice(4).map(textOf) };
    // What he always has would let him in after DELETEACL, too, and stand in his entry or not, as the server likes.
    if (lettersOf(grantable.always) !== '')
      unlike(`bob always has the rights ${grantable.always} in a mailbox of hers`);
    for (const set of sets) if (!canBe(set, grantable)) unlike(`bob cannot be given the rights ${set} and no others`);
    await give(say, lettersOf([grantable.always, ...grantable.tied].join('')));
    const now = told(await say('GETACL', '${quoted(mailbox)}'), 'ACL').flatMap(identifiersOf);
    stage.scope.set('identifier', now.find((one) => !others.has(one)) ?? valueIn(stage, ALICE, 'bob.user'));
    await stage.aside({ spoken: 'imap', state: 'authenticated as bob' }, BOB, async () => {
      const asks = speaker(stage, BOB);
      await findName(stage, asks);
      await give(say, first);
      const [his] = told(await asks('MYRIGHTS', '${quoted(shared)}'), 'MYRIGHTS');
      const exact = his !== undefined && lettersOf(textOf(his[2])) === lettersOf(first);
      // Rights may come to him by something that no list shows.
      if (!exact && !JUDGED.some((row) => stage.isAbout(row)))
        unlike(`bob has other rights than ${first}, which he was given`);
    });
  });
}

type Say = (command: string, rest?: string) => Promise<ImapData[] | undefined>;

/** Says a command; gives the data that came with OK, and nothing with NO. */
function speaker(stage: Stage, number: number): Say {
  let tag = 0;
  return async (command, rest = '') => {
    const name = `r${++tag}`;
    const line = `C: ${name} ${command}${rest === '' ? '' : ` ${rest}`}`;
    await stage.bringAbout([rung(command, line, `S: ${name} OK/NO`)], number);
    const { lastUntagged, lastCame } = stage.session(number);
    const done = lastCame.toString('latin1').startsWith(`${name} OK`);
    return done ? lastUntagged.filter((one) => one.kind === 'data') : undefined;
  };
}

/** Leaves alice alone in the list: what others have there may come to bob, too. @returns what is left */
async function clearOthers(stage: Stage, say: Say): Promise<Set<string>> {
  const her = ['user', 'local'].map((what) => valueIn(stage, ALICE, `alice.${what}`).toLowerCase());
  const found = told(await say('GETACL', '${quoted(mailbox)}'), 'ACL').flatMap(identifiersOf);
  for (const one of found) {
    if ([...her, 'owner'].includes(one.toLowerCase())) continue;
    stage.scope.set('identifier', one);
    if (!(await say('DELETEACL', '${quoted(mailbox)} ${quoted(identifier)}')))
      unlike(`${one} stays in the list of a mailbox of hers`);
  }
  return new Set(found);
}

async function give(say: Say, rights: string): Promise<void> {
  if (!(await say('SETACL', `\${quoted(mailbox)} \${quoted(bob.user)} "${rights}"`)))
    unlike(`bob is not given the rights ${rights}`);
}

/** By its last part, which no other mailbox has: in all namespaces, then where RFC 2342 §5 has other users' mailboxes. */
async function findName(stage: Stage, say: Say): Promise<void> {
  const { scope } = stage;
  const mailbox = scope.expand('${mailbox}').toString('latin1');
  const last = mailbox.slice(mailbox.indexOf('mailspec-'));
  const spaces = told(await say('NAMESPACE'), 'NAMESPACE').flatMap((values) => values.slice(2).flatMap(itemsOf));
  const prefixes = spaces.map((space) => itemsOf(space).map(textOf));
  for (const beginning of ['', ...prefixes.map(([prefix]) => prefix ?? '')]) {
    scope.set('pattern', `${beginning}*`);
    const listed = told(await say('LIST', '"" ${quoted(pattern)}'), 'LIST');
    const found = listed.find((values) => textOf(values[3]).endsWith(last));
    if (found !== undefined) return bindName(stage, textOf(found[3]), textOf(found[2]));
  }
  for (const [prefix = '', delimiter = ''] of prefixes) {
    const user = valueIn(stage, BOB, 'alice.user');
    bindName(stage, `${prefix}${user}${delimiter}${last}`, delimiter);
    if (await say('MYRIGHTS', '${quoted(shared)}')) return;
  }
  unlike('bob finds no mailbox of hers, whatever rights he has in it');
}

/** As the session knows it: a name to log in with may differ by service. */
function valueIn(stage: Stage, number: number, name: string): string {
  return stage.scope.on(stage.session(number)).expand(`\${${name}}`).toString('latin1');
}

function bindName({ scope }: Stage, name: string, delimiter: string): void {
  scope.set('shared', Buffer.from(name, 'latin1'));
  scope.set('shared.delimiter', delimiter);
}

/** Whether an identifier can have these rights and no others. */
function canBe(wanted: string, { always, tied }: Grantable): boolean {
  const set = lettersOf(wanted);
  const groups = tied.map(lettersOf);
  const given = lettersOf(always) + groups.filter((group) => [...group].every((one) => set.includes(one))).join('');
  const parts = groups.every((group) => within(group, set) || ![...group].some((one) => set.includes(one)));
  return parts && within(lettersOf(always), set) && within(set, given);
}

const within = (some: string, all: string) => [...some].every((one) => all.includes(one));

function told(data: readonly ImapData[] | undefined, name: string): ImapValue[][] {
  return (data ?? []).filter((one) => responseName(one) === name).map(({ values }) => values);
}

function identifiersOf(values: readonly ImapValue[]): string[] {
  return values.slice(2).flatMap((value, at) => (at % 2 === 0 ? [textOf(value)] : []));
}

function itemsOf(value: ImapValue | undefined): ImapValue[] {
  return value?.kind === 'list' ? value.items : [];
}

function textOf(value: ImapValue | undefined): string {
  return value === undefined || value.kind === 'list' ? '' : value.bytes.toString('latin1');
}

function unlike(reason: string): never {
  throw new NotApplicable('not-shared', `${reason} (RFC 4314 §2)`);
}
