import type { Mailbox } from '../../store/types';
import { type Identifier, identifierOf } from '../backend/identifiers';
import { RIGHTS, told, VIRTUAL } from '../backend/rights';
import { type Call, type Command, completed } from '../command';
import type { Extension } from '../extension';
import { encodeName, needMailbox, readMailbox } from '../mailbox-name';
import { bad } from '../refusal';
import { astring } from '../response/strings';
import type { Session } from '../session';
import { loggedIn } from './states';

/** Rights that RFC 2086 did not know (RFC 4314 §2.2). */
const NEW_RIGHTS = 'kxte';

/** Who may ask for his own rights: whoever may do something that shows him that the mailbox is there (RFC 4314 §4). */
const ANY = 'lrikxa';

/** RFC 4314 §3.1. */
const setAcl: Command = {
  state: 'authenticated',
  run(session, call) {
    const { name, identifier } = readWhoseRights(session, call);
    call.args.space();
    const { mode, letters } = readRights(call.args.astring());
    call.args.end();
    session.account!.setRights(needMailbox(session, name, 'a'), identifier, mode, letters);
    return completed(call);
  },
};

/** RFC 4314 §3.2. */
const deleteAcl: Command = {
  state: 'authenticated',
  run(session, call) {
    const { name, identifier } = readWhoseRights(session, call);
    call.args.end();
    session.account!.setRights(needMailbox(session, name, 'a'), identifier, '=', '');
    return completed(call);
  },
};

/** RFC 4314 §3.3. */
const getAcl: Command = {
  state: 'authenticated',
  run(session, call) {
    const mailbox = onlyMailbox(session, call, 'a');
    const pairs = session.account!.entries(mailbox);
    const words = pairs.flatMap(({ identifier, rights }) => [utf8(session, identifier), string(session, told(rights))]);
    session.untagged(['ACL', encodeName(session, mailbox.name), ...words].join(' '));
    return completed(call);
  },
};

/** RFC 4314 §3.4: the identifier comes back as it was given. */
const listRights: Command = {
  state: 'authenticated',
  run(session, call) {
    const { name, identifier } = readWhoseRights(session, call);
    call.args.end();
    const mailbox = needMailbox(session, name, 'a');
    const { always, never } = session.account!.fixedRights(mailbox, identifier);
    const optional = [...RIGHTS, ...Object.keys(VIRTUAL)].filter(
      (one) => !always.includes(one) && !never.includes(one),
    );
    const words = [
      encodeName(session, mailbox.name),
      astring(identifier.given, session.style),
      string(session, always),
    ];
    session.untagged(['LISTRIGHTS', ...words, ...optional].join(' '));
    return completed(call);
  },
};

/** RFC 4314 §3.5. */
const myRights: Command = {
  state: 'authenticated',
  run(session, call) {
    session.untagged(myRightsLine(session, onlyMailbox(session, call, ANY)));
    return completed(call);
  },
};

/** `MYRIGHTS name rights` (RFC 4314 §3.8). */
export function myRightsLine(session: Session, mailbox: Mailbox): string {
  return `MYRIGHTS ${encodeName(session, mailbox.name)} ${string(session, told(session.account!.rights(mailbox)))}`;
}

function onlyMailbox(session: Session, call: Call, oneOf: string): Mailbox {
  call.args.space();
  const name = readMailbox(session, call.args);
  call.args.end();
  return needMailbox(session, name, oneOf);
}

/** The mailbox, and whom its list is asked about. */
function readWhoseRights(session: Session, { args }: Call): { name: string; identifier: Identifier } {
  args.space();
  const name = readMailbox(session, args);
  args.space();
  return { name, identifier: identifierOf(args.astring(), session.context.domains[0]!) };
}

/** mod-rights (RFC 4314 §3.1): BAD for a letter that is no right. */
function readRights(text: string): { mode: '=' | '+' | '-'; letters: string } {
  const mode = text.startsWith('+') ? '+' : text.startsWith('-') ? '-' : '=';
  const letters = mode === '=' ? text : text.slice(1);
  const known = RIGHTS + Object.keys(VIRTUAL).join('');
  const unknown = [...letters].find((letter) => !known.includes(letter));
  if (unknown !== undefined) throw bad('There is no such right');
  return { mode, letters };
}

function string({ style }: Session, letters: string): string {
  return astring(letters, style);
}

function utf8({ style }: Session, identifier: string): string {
  return astring(Buffer.from(identifier, 'utf8').toString('latin1'), style);
}

export const acl: Extension = {
  name: 'ACL',
  rfc: '4314',
  shows: loggedIn,
  words: () => ['ACL', `RIGHTS=${NEW_RIGHTS}`],
  shares: true,
  commands: { SETACL: setAcl, DELETEACL: deleteAcl, GETACL: getAcl, LISTRIGHTS: listRights, MYRIGHTS: myRights },
};
