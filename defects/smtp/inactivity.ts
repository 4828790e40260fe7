/** Mistakes with how long a client may be silent (RFC 5321 §4.5.3.2.7). */
import { impatient, timedAsWhole } from '../tools/impatience';
import { COMMON, defect, type SmtpDefect } from './tools';

export const inactivity: readonly SmtpDefect[] = [
  defect('silence-a-minute', 'A client that says nothing for a minute is thrown out.', COMMON, impatient(1)),
  defect('session-five-minutes', 'Five minutes are for the whole session.', COMMON, timedAsWhole(5)),
];
