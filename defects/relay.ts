/** Mistakes that servers make as clients of other servers. Each stands in the list of its topic, in defects/relay/. */

import { client } from './relay/client';
import { keeping } from './relay/keeping';
import { names } from './relay/names';
import { replies } from './relay/replies';
import { routes } from './relay/routes';
import type { RelayDefect } from './relay/tools';

/** By the file that holds them. */
export const relayLists = {
  'relay/routes': routes,
  'relay/names': names,
  'relay/client': client,
  'relay/replies': replies,
  'relay/keeping': keeping,
};

export const relayDefects: readonly RelayDefect[] = Object.values(relayLists).flat();
