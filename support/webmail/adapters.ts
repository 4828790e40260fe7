/** Whose pages are known here, by the name that target files use (`services.webmail.adapter`). */
import { ReferenceWebmail } from './reference/reference';
import { Roundcube } from './roundcube/roundcube';
import type { MakeWebmail } from './webmail';

export const ADAPTERS: Readonly<Record<string, MakeWebmail>> = {
  reference: (browser) => new ReferenceWebmail(browser),
  roundcube: (browser) => new Roundcube(browser),
};
