/** What mistakes with handing mail on are made with. */

import type { RelayParts, RelaySeams } from '../../reference-server/queue/seams';
import type { Defect } from '../defect';

export type RelayDefect = Defect<RelaySeams>;

export const COMMON = 'common mistake';

export const defect = (name: string, mistake: string, reference: string, seams: RelaySeams): RelayDefect => ({
  name: `relay-${name}`,
  mistake,
  reference,
  seams,
});

type Change<Part extends keyof RelayParts> = (right: RelayParts[Part]) => Partial<RelayParts[Part]>;

/** Which hosts are tried. */
export const routing = (routes: Change<'routes'>): RelaySeams => ({ parts: { routes } });

/** What is said to a host. */
export const saying = (dialogue: Change<'dialogue'>): RelaySeams => ({ parts: { dialogue } });

/** What is written down of the queue. */
export const keeping = (kept: Change<'kept'>): RelaySeams => ({ parts: { kept } });

/** What the name system is heard to say. */
export const resolving = (resolver: Change<'resolver'>): RelaySeams => ({ parts: { resolver } });
