/**
 * The bundled server with a mistake: what a soak finds of it, in how few steps it shows it, and that the steps and the dialogue show it again,
 * and show nothing where the mistake is not made.
 */
import assert from 'node:assert';
import { after, before, test } from 'node:test';
import type { Dialogue } from '../dialogue/dialogue';
import { parseDialogue } from '../dialogue/parse';
import { playDialogue } from '../dialogue/play';
import { Scope } from '../dialogue/scope';
import type { Session } from '../dialogue/session';
import { Mismatch } from '../outcome';
import { openTarget } from '../targets/open';
import type { Target } from '../targets/target';
import { openSession } from '../testing/open-session';
import { dialogueOf } from './dialogue';
import { type Kind, REQUIREMENT, WATCHED } from './finding';
import { type Found, replay, soak } from './soak';

const SESSIONS = 3;
const MISTAKES: readonly [mistake: string, seed: number, kind: Kind][] = [
  ['uid-reused-after-expunge', 7, 'uid-given-again'],
  ['renumbered-before-expunge', 4, 'imap-uid-stays'],
  ['expunge-during-fetch', 5, 'imap-expunge-time'],
  ['exists-shrinks', 1, 'imap-exists-grows'],
  ['noop-blind', 1, 'size-untold'],
  ['flag-changes-untold', 5, 'flags-untold'],
  ['flags-as-at-select', 5, 'flags-of-yesterday'],
  ['plus-flags-replaces', 1, 'flag-not-added'],
  ['expunge-removes-all', 3, 'removed-by-nobody'],
  ['copy-drops-flags', 2, 'copy-flags'],
  ['move-leaves-source', 1, 'move-stays'],
  ['modseq-fixed', 1, 'modseq-kept'],
  ['modseq-new-message-first', 1, 'modseq-disagrees'],
];
/** Those whose dialogue does not say what is right; or news, which a right server may have told before it was asked. */
const UNSAID: ReadonlySet<Kind> = new Set(['imap-uid-stays', 'imap-exists-grows', 'size-untold', 'flags-untold']);

let right: Target;
before(async () => {
  right = await openTarget({ kind: 'embedded' }, { seed: 1, wipe: false });
});
after(() => right.close());

for (const [mistake, seed, kind] of MISTAKES) {
  test(`${mistake}: ${kind}`, async () => {
    const wrong = await openTarget({ kind: 'embedded', defects: [`imap-${mistake}`] }, { seed: 1, wipe: false });
    try {
      const ends = (found: { kind: Kind }) => found.kind === kind;
      const { found } = await soak(wrong, { seed, sessions: SESSIONS, ends, enough: (steps) => steps >= 480 });
      assert.ok(found, 'it is found');
      assert.equal(found.finding.kind, kind);
      const requirement =
        kind in REQUIREMENT ? REQUIREMENT[kind as keyof typeof REQUIREMENT] : WATCHED.get(kind as never);
      assert.equal(found.finding.requirement, requirement);
      assert.ok(found.again, 'it came again');
      assert.ok(found.steps.length <= 8, `${found.steps.length} steps`);
      assert.equal((await replay(wrong, found.steps, { sessions: SESSIONS, ends })).finding?.kind, kind);
      assert.equal((await replay(right, found.steps, { sessions: SESSIONS, ends: () => true })).finding, undefined);
      const text = textOf(found);
      // What comes beside IMAP is told in words.
      if (/^\(/m.test(text)) return;
      const dialogue = parseDialogue(text, 'imap');
      if (UNSAID.has(kind)) return;
      await speak(right, dialogue);
      await assert.rejects(speak(wrong, dialogue), Mismatch);
    } finally {
      await wrong.close();
    }
  });
}

function textOf({ finding, played }: Found): string {
  return dialogueOf(played.log.lines, finding, played.names).join('\n');
}

/** Plays the dialogue of what was found. @throws Mismatch where the server says otherwise */
async function speak(target: Target, dialogue: Dialogue): Promise<void> {
  await target.beginScenario();
  const { host, port } = target.service('imap')!;
  const { user, password } = target.account('alice').login('imap');
  const scope = new Scope();
  scope.set('mailbox', 'beside');
  const sessions: Session[] = [];
  const open = async (number: number) => {
    const session = await openSession({ protocol: 'imap', host, port, reply: target.timing.reply, number });
    sessions.push(session);
    const login = parseDialogue(
      ['S: * OK', `C: t1 LOGIN ${user} ${password}`, 'S: t1 OK']
        .map((line) => line.replace(/^./, `$&${number}`))
        .join('\n'),
      'imap',
    );
    await playDialogue(login, { sessions: { openSession: async () => session }, scope });
    return session;
  };
  try {
    await playDialogue(dialogue, { sessions: { openSession: open }, scope });
  } finally {
    for (const { connection } of sessions) connection.destroy();
  }
}
