/** What `this` is in a step: the scenario's stage, and what cucumber gives for attachments. */
import { setDefaultTimeout, setWorldConstructor, World } from '@cucumber/cucumber';
import type { Stage } from '../support/scenario/stage';
import type { Witness } from '../support/witness/witness';

export class MailWorld extends World {
  stage!: Stage;
  /** Judges the sessions of all scenarios. */
  witness!: Witness;
  /** When the scenario began, in milliseconds since 1970. */
  began = 0;
  /** Of the present step's doc string: `smtp`, `lmtp`, `pop3`, `imap`, or nothing. */
  mediaType = '';
  /** The present step as the scenario has it, without Given or Then. */
  words = '';
}

setWorldConstructor(MailWorld);

// The wire's bounds end every wait; cucumber's own five seconds would cut off a slow target.
setDefaultTimeout(-1);
