import { bad, no } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';

/** The uses of RFC 6154 §2 that a mailbox can be made for; \All and \Flagged are views, which are not kept here. */
const USES = ['\\Archive', '\\Drafts', '\\Junk', '\\Sent', '\\Trash'];

/** `(USE (\Sent))` after CREATE's name (RFC 6154 §3); undefined where nothing stands. */
export function readSpecialUse(session: Session, args: Arguments): string | undefined {
  if (!session.offers('CREATE-SPECIAL-USE') || !args.trySpace()) return undefined;
  args.expect('(');
  if (args.keyword() !== 'USE') throw bad('CREATE takes USE and nothing else');
  args.space();
  const asked = args.listOrEmpty(() => {
    args.expect('\\');
    return `\\${args.atom()}`;
  });
  args.expect(')');
  const known = asked.map((use) => USES.find((one) => one.toLowerCase() === use.toLowerCase()));
  if (known.includes(undefined)) throw no('That use is not known here', 'USEATTR');
  if (known.length > 1) throw no('A mailbox has one use', 'USEATTR');
  return known[0];
}
