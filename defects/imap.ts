/** Mistakes that IMAP servers make. Each stands in the list of its topic, in defects/imap/. */

import { ages } from './imap/ages';
import { announcing } from './imap/announcing';
import { appending } from './imap/appending';
import { careless } from './imap/careless';
import { changing } from './imap/changing';
import { comingBack } from './imap/coming-back';
import { commands } from './imap/commands';
import { compressing } from './imap/compressing';
import { conditional } from './imap/conditional';
import { fetching } from './imap/fetching';
import { floods } from './imap/floods';
import { guessing } from './imap/guessing';
import { handshakes } from './imap/handshakes';
import { identifiers } from './imap/identifiers';
import { inactivity } from './imap/inactivity';
import { items } from './imap/items';
import { lettingIn } from './imap/letting-in';
import { listing } from './imap/listing';
import { loggingOff } from './imap/logging-off';
import { login } from './imap/login';
import { mailboxes } from './imap/mailboxes';
import { modSequences } from './imap/mod-sequences';
import { multiparts } from './imap/multiparts';
import { names } from './imap/names';
import { numbering } from './imap/numbering';
import { listPatterns } from './imap/patterns';
import { previewing } from './imap/previewing';
import { quotas } from './imap/quotas';
import { rights } from './imap/rights';
import { searching } from './imap/searching';
import { selecting } from './imap/selecting';
import { sets } from './imap/sets';
import { signed } from './imap/signed';
import { sorting } from './imap/sorting';
import { states } from './imap/states';
import { structure } from './imap/structure';
import { threading } from './imap/threading';
import { told } from './imap/told';
import type { ImapDefect } from './imap/tools';
import { upgrading } from './imap/upgrading';
import { utf8 } from './imap/utf8';
import { vanishing } from './imap/vanishing';
import { written } from './imap/written';

/** By the file that holds them. */
export const imapLists = {
  'imap/commands': commands,
  'imap/states': states,
  'imap/announcing': announcing,
  'imap/login': login,
  'imap/upgrading': upgrading,
  'imap/mailboxes': mailboxes,
  'imap/names': names,
  'imap/listing': listing,
  'imap/patterns': listPatterns,
  'imap/selecting': selecting,
  'imap/appending': appending,
  'imap/fetching': fetching,
  'imap/floods': floods,
  'imap/guessing': guessing,
  'imap/inactivity': inactivity,
  'imap/items': items,
  'imap/structure': structure,
  'imap/signed': signed,
  'imap/multiparts': multiparts,
  'imap/changing': changing,
  'imap/mod-sequences': modSequences,
  'imap/conditional': conditional,
  'imap/vanishing': vanishing,
  'imap/coming-back': comingBack,
  'imap/numbering': numbering,
  'imap/sets': sets,
  'imap/quotas': quotas,
  'imap/rights': rights,
  'imap/letting-in': lettingIn,
  'imap/ages': ages,
  'imap/identifiers': identifiers,
  'imap/compressing': compressing,
  'imap/logging-off': loggingOff,
  'imap/previewing': previewing,
  'imap/searching': searching,
  'imap/sorting': sorting,
  'imap/threading': threading,
  'imap/careless': careless,
  'imap/handshakes': handshakes,
  'imap/told': told,
  'imap/utf8': utf8,
  'imap/written': written,
};

export const imapDefects: readonly ImapDefect[] = Object.values(imapLists).flat();
