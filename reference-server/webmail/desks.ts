/** What each session has besides its password. */

import type { Session } from './access/sessions';
import { Sendings } from './compose/sendings';
import { Uploads } from './compose/uploads';
import { Clicks } from './dialogue/click';
import { MailAccount } from './mail/account';
import type { Place } from './options';
import type { WebmailReplacements } from './seams';
import type { Desk, Desks } from './web';

export interface DeskSettings {
  imap: Place;
  patience: number;
  /** Octets of one message's files. */
  upload: number;
  now: () => number;
  /** Who steps in at its connections. */
  client?: WebmailReplacements['client'];
}

export class DesksBySession implements Desks {
  private readonly desks = new WeakMap<Session, Desk>();

  constructor(private readonly settings: DeskSettings) {}

  of(session: Session): Desk {
    const found = this.desks.get(session);
    if (found) return found;
    const { imap, patience, upload, now, client } = this.settings;
    const account = new MailAccount({ place: imap, user: session.user, patience, client });
    session.ends.add(() => account.close());
    const uploads = new Uploads(upload);
    session.ends.add(() => uploads.close());
    const clicks = new Clicks(now);
    const desk: Desk = {
      account,
      clicks,
      uploads,
      sendings: new Sendings(),
      notice: undefined,
      undo: undefined,
      shown: undefined,
      known: undefined,
    };
    this.desks.set(session, desk);
    return desk;
  }
}
