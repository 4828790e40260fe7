/** Mistakes with what comes by itself (RFC 3834). */

import { reporting, written } from './reports';
import { COMMON, defect, type RelayDefect } from './tools';

export const automatic: readonly RelayDefect[] = [
  defect(
    'report-auto-generated',
    'A report is labelled auto-generated.',
    COMMON,
    written((report) => report.replace('Auto-Submitted: auto-replied', 'Auto-Submitted: auto-generated')),
  ),
  defect(
    'automatic-mail-not-reported',
    'Nobody hears of the failure of a message that a program wrote.',
    'https://github.com/zone-eu/zone-mta/issues/432',
    reporting((right) => ({
      addressee: (subject) =>
        /^(?:Auto-Submitted: auto|Precedence: (?:bulk|list|junk))/im.test(subject.content.toString('latin1'))
          ? undefined
          : right.addressee(subject),
    })),
  ),
];
