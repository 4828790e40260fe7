import { blockOf, readReport } from '../../../support/scenario/report';
import { mutated } from '../grammar/mutate';
import { report, WORDS } from '../grammar/report';
import { stateless } from '../subject';

export const reports = stateless(
  'suite-report',
  'delivery status notifications: read, or none',
  mutated(report, WORDS),
  (octets) => {
    const read = readReport(octets);
    if (read) blockOf(read, 'bob@example.test');
  },
);
