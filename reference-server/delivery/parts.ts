import type { Directory } from '../auth/directory';
import type { Clock } from '../net/clock';
import type { Store } from '../store/types';
import type { Outgoing } from './outgoing';
import type { Reports } from './report/reports';

/** What delivery is made of. */
export interface DeliveryParts {
  readonly hostname: string;
  readonly domains: readonly string[];
  readonly store: Store;
  readonly directory: Directory;
  /** Absent where the server relays for nobody. */
  readonly outgoing: Outgoing | undefined;
  /** What senders are told of their messages. */
  readonly reports: Reports;
  readonly clock: Clock;
  readonly random: (octets: number) => Buffer;
  readonly log: (line: string) => void;
}
