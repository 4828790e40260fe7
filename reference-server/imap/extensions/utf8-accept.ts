import type { Extension } from '../extension';
import { bad } from '../refusal';
import type { Session } from '../session';
import { loggedIn } from './states';

/** RFC 6855 §3: texts are in UTF-8 by then, and a charset could only contradict that. */
function withoutCharset({ enabled }: Session): void {
  if (enabled.has('UTF8=ACCEPT')) throw bad('After ENABLE UTF8=ACCEPT no charset is named');
}

/** What it switches on is Session.utf8, as IMAP4rev2 does. */
export const utf8Accept: Extension = {
  name: 'UTF8=ACCEPT',
  rfc: '6855',
  shows: loggedIn,
  needs: 'ENABLE',
  enable: true,
  surrogates: true,
  search: { charset: withoutCharset },
  append: { utf8: true },
};
