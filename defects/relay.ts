/** Mistakes that servers make as clients of other servers. Each stands in the list of its topic, in defects/relay/. */

import { aliasWishes } from './relay/alias-wishes';
import { aliases } from './relay/aliases';
import { automatic } from './relay/automatic';
import { bounceFields } from './relay/bounce-fields';
import { bounces } from './relay/bounces';
import { client } from './relay/client';
import { content } from './relay/content';
import { conversion } from './relay/conversion';
import { dane } from './relay/dane';
import { deliverby } from './relay/deliverby';
import { ending } from './relay/ending';
import { envelope } from './relay/envelope';
import { etrn } from './relay/etrn';
import { extensions } from './relay/extensions';
import { futurerelease } from './relay/futurerelease';
import { groups } from './relay/groups';
import { international } from './relay/international';
import { keeping } from './relay/keeping';
import { localFailures } from './relay/local-failures';
import { loops } from './relay/loops';
import { manners } from './relay/manners';
import { names } from './relay/names';
import { nextHopTls } from './relay/next-hop-tls';
import { reading } from './relay/reading';
import { replies } from './relay/replies';
import { requiretls } from './relay/requiretls';
import { retrying } from './relay/retrying';
import { routes } from './relay/routes';
import { signedOut } from './relay/signed';
import { smarthost } from './relay/smarthost';
import { smuggling } from './relay/smuggling';
import { sts } from './relay/sts';
import { tls } from './relay/tls';
import type { RelayDefect } from './relay/tools';
import { trace } from './relay/trace';
import { wishes } from './relay/wishes';

/** By the file that holds them. */
export const relayLists = {
  'relay/routes': routes,
  'relay/names': names,
  'relay/client': client,
  'relay/manners': manners,
  'relay/content': content,
  'relay/conversion': conversion,
  'relay/signed': signedOut,
  'relay/smuggling': smuggling,
  'relay/trace': trace,
  'relay/envelope': envelope,
  'relay/next-hop-tls': nextHopTls,
  'relay/sts': sts,
  'relay/requiretls': requiretls,
  'relay/dane': dane,
  'relay/reading': reading,
  'relay/ending': ending,
  'relay/extensions': extensions,
  'relay/etrn': etrn,
  'relay/deliverby': deliverby,
  'relay/futurerelease': futurerelease,
  'relay/groups': groups,
  'relay/replies': replies,
  'relay/keeping': keeping,
  'relay/bounces': bounces,
  'relay/bounce-fields': bounceFields,
  'relay/wishes': wishes,
  'relay/international': international,
  'relay/automatic': automatic,
  'relay/smarthost': smarthost,
  'relay/tls': tls,
  'relay/retrying': retrying,
  'relay/aliases': aliases,
  'relay/alias-wishes': aliasWishes,
  'relay/local-failures': localFailures,
  'relay/loops': loops,
};

export const relayDefects: readonly RelayDefect[] = Object.values(relayLists).flat();
