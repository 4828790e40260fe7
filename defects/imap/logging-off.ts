/** Mistakes with UNAUTHENTICATE (RFC 8437). */

import { knowsModSequences } from '../../reference-server/imap/extensions/condstore';
import { bad, no } from '../../reference-server/imap/refusal';
import type { Session } from '../../reference-server/imap/session';
import {
  around,
  COMMON,
  defect,
  forgiving,
  hasty,
  type ImapDefect,
  losingTheRest,
  refusing,
  unfinished,
} from './tools';

const OFF = ['UNAUTHENTICATE'];
const LOGIN = ['LOGIN', 'AUTHENTICATE'];

/** Keeps something of a session over UNAUTHENTICATE: takes it before, and gives it back behind. */
function keeping<Kept>(take: (session: Session) => Kept, give: (session: Session, kept: Kept) => void) {
  return around(OFF, async (session, _call, next) => {
    const kept = take(session);
    const done = await next();
    give(session, kept);
    return done;
  });
}

/** Gives it back when somebody has logged in, or has done something else, later. */
function keepingFor<Kept>(
  later: readonly string[],
  take: (session: Session) => Kept,
  give: (session: Session, kept: Kept) => void,
) {
  const kept = new WeakMap<Session, Kept>();
  return around([...OFF, ...later], async (session, { name }, next) => {
    const before = take(session);
    const done = await next();
    const earlier = kept.get(session);
    if (name === 'UNAUTHENTICATE') kept.set(session, before);
    else if (earlier !== undefined) give(session, earlier);
    return done;
  });
}

export const loggingOff: readonly ImapDefect[] = [
  defect(
    'unauthenticate-in-name-only',
    'UNAUTHENTICATE gets its OK, and the user stays logged in.',
    COMMON,
    around(OFF, async () => ({ text: 'UNAUTHENTICATE completed' })),
  ),
  defect(
    'unauthenticate-mailbox-stays',
    'The mailbox stays selected, for whoever logs in next.',
    COMMON,
    keeping(
      (session) => {
        const { selected } = session;
        session.selected = undefined;
        return selected;
      },
      (session, selected) => {
        session.selected = selected;
      },
    ),
  ),
  defect(
    'unauthenticate-closes',
    'UNAUTHENTICATE removes what is marked for removal, as CLOSE does.',
    COMMON,
    around(OFF, (session, _call, next) => {
      session.selected?.close(true);
      session.selected = undefined;
      return next();
    }),
  ),
  defect(
    'unauthenticate-first-user-stays',
    'Whoever logs in next is the user of before.',
    COMMON,
    keepingFor(
      LOGIN,
      ({ account }) => account,
      (session, account) => {
        session.account = account;
      },
    ),
  ),
  defect(
    'unauthenticate-enabled-stays',
    'What was enabled stays enabled.',
    COMMON,
    keeping(
      ({ enabled }) => [...enabled],
      ({ enabled }, names) => {
        for (const name of names) enabled.add(name);
      },
    ),
  ),
  defect(
    'unauthenticate-condstore-stays',
    'The server goes on to take the client for one that knows mod-sequences.',
    COMMON,
    keeping(
      () => undefined,
      (session) => knowsModSequences(session),
    ),
  ),
  defect(
    'unauthenticate-saved-search-stays',
    'What a search has saved is there again when the mailbox is.',
    COMMON,
    keepingFor(
      ['SELECT', 'EXAMINE'],
      ({ selected }) => selected?.named('$', true),
      ({ selected }, uids) => selected?.keep('$', uids ?? []),
    ),
  ),
  defect('unauthenticate-compression-stays', 'What is said goes on compressed.', COMMON, unfinished(OFF)),
  defect('unauthenticate-ok-in-clear', 'The OK itself is in clear already.', COMMON, hasty(OFF)),
  defect(
    'unauthenticate-nobody',
    'Before a login, too, UNAUTHENTICATE is answered OK.',
    COMMON,
    forgiving(OFF, ['needs-login']),
  ),
  defect(
    'unauthenticate-no',
    'Before a login UNAUTHENTICATE is answered NO.',
    COMMON,
    refusing(OFF, ['needs-login'], () => no('You are not logged in')),
  ),
  defect(
    'unauthenticate-whatever',
    'Arguments of UNAUTHENTICATE are not looked at.',
    COMMON,
    forgiving(OFF, ['syntax'], (session) => {
      session.deselect();
      session.account = undefined;
    }),
  ),
  defect(
    'unauthenticate-loses-the-rest',
    'What was sent along with UNAUTHENTICATE is lost.',
    COMMON,
    losingTheRest(OFF),
  ),
  defect(
    'unauthenticate-parts',
    'The connection ends with it.',
    COMMON,
    around(OFF, async (session, _call, next) => {
      const done = await next();
      session.bye('Until next time');
      return done;
    }),
  ),
  defect(
    'unauthenticate-old-capabilities',
    'The capabilities go on to be those of a user who has logged in.',
    COMMON,
    (() => {
      const off = new WeakSet<Session>();
      return {
        ...keeping(
          () => undefined,
          (session) => void off.add(session),
        ),
        out: (response: string, session: Session) =>
          off.has(session) && !session.account ? response.replace(/ AUTH=[^ \]\r]+/g, '') : response,
      };
    })(),
  ),
  defect(
    'unauthenticate-in-capitals',
    'UNAUTHENTICATE is known in capitals alone.',
    COMMON,
    around(OFF, (_session, { sentName }, next) => {
      if (sentName !== 'UNAUTHENTICATE') throw bad('I do not know that');
      return next();
    }),
  ),
];
