/** Whose pages are known here, by the name that target files use (`services.webmail.adapter`). */
import { NotApplicable } from '../outcome';
import type { Browser } from './browser';
import { CiderWebmail } from './ciderwebmail/ciderwebmail';
import { ReferenceWebmail } from './reference/reference';
import { Roundcube } from './roundcube/roundcube';
import type { MakeWebmail, Webmail } from './webmail';

export const ADAPTERS: Readonly<Record<string, MakeWebmail>> = {
  reference: (browser) => new ReferenceWebmail(browser),
  roundcube: (browser) => new Roundcube(browser),
  ciderwebmail: (browser) => new CiderWebmail(browser),
};

/** The webmail at which the browser is. @throws NotApplicable where nobody knows its pages */
export function webmailAt(browser: Browser, adapter: string): Webmail {
  const make = ADAPTERS[adapter];
  if (make === undefined) throw new NotApplicable('no-adapter', `needs an adapter for the webmail ${adapter}`);
  return make(browser);
}
